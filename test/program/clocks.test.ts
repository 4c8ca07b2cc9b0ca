import { describe, expect, it } from 'vitest';
import { toDayNumber } from '../../src/curriculum/calendar-date.ts';
import { clockDays, clockReaches, phaseWeek, programWeek } from '../../src/program/clock-days.ts';
import { type EpisodeContext, initialContext } from '../../src/program/episode-context.ts';
import { SMALL_PLAN } from '../generators/small-curriculum.ts';

const d = toDayNumber;
const span = (from: string, to: string | null) => ({ from: d(from), to: to === null ? null : d(to) });
const away = (from: string, to: string | null) => ({
  ...span(from, to),
  expectedReturn: null,
  phase: 0,
  planned: true,
});

/** A patient admitted on Monday 5 January 2026. */
const context = (more: Partial<EpisodeContext> = {}): EpisodeContext => ({
  ...initialContext(SMALL_PLAN),
  today: d('2026-03-02'),
  admittedOn: d('2026-01-05'),
  phaseEnteredOn: d('2026-01-05'),
  ...more,
});

describe('the wall clock', () => {
  it('counts every day, on leave or not', () => {
    const onLeave = context({ leaves: [away('2026-01-10', '2026-01-20')] });
    expect(clockDays(onLeave, 'wall', d('2026-01-05'), d('2026-02-04'))).toBe(30);
    expect(clockReaches(onLeave, 'wall', d('2026-01-05'), 30)).toBe(d('2026-02-04'));
  });
});

describe('the program clock', () => {
  it('stands still from the day a leave begins to the day of return', () => {
    const one = context({ leaves: [away('2026-01-12', '2026-01-19')] });
    expect(clockDays(one, 'program', d('2026-01-05'), d('2026-01-12'))).toBe(7);
    expect(clockDays(one, 'program', d('2026-01-05'), d('2026-01-15'))).toBe(7);
    expect(clockDays(one, 'program', d('2026-01-05'), d('2026-01-19'))).toBe(7);
    expect(clockDays(one, 'program', d('2026-01-05'), d('2026-01-20'))).toBe(8);
  });

  it('reaches 28 days on 2 February, or on 13 February after leaves of 7 and 4 days', () => {
    expect(clockReaches(context(), 'program', d('2026-01-05'), 28)).toBe(d('2026-02-02'));
    const two = context({ leaves: [away('2026-01-12', '2026-01-19'), away('2026-02-05', '2026-02-09')] });
    expect(clockReaches(two, 'program', d('2026-01-05'), 28)).toBe(d('2026-02-13'));
    expect(clockDays(two, 'program', d('2026-01-05'), d('2026-02-13'))).toBe(28);
  });

  it('takes no account of a leave that begins on the day itself or ended before the start', () => {
    const early = context({ leaves: [away('2026-01-06', '2026-01-08'), away('2026-01-19', '2026-01-26')] });
    expect(clockReaches(early, 'program', d('2026-01-12'), 7)).toBe(d('2026-01-19'));
    expect(clockReaches(early, 'program', d('2026-01-12'), 8)).toBe(d('2026-01-27'));
  });

  it('counts a leave that was running at the start from the start', () => {
    const running = context({ leaves: [away('2026-01-06', '2026-01-15')] });
    expect(clockReaches(running, 'program', d('2026-01-12'), 2)).toBe(d('2026-01-17'));
  });

  it('cannot say the day while a leave is open, unless it comes before it', () => {
    const open = context({ leaves: [away('2026-01-12', null)] });
    expect(clockReaches(open, 'program', d('2026-01-05'), 8)).toBeNull();
    expect(clockReaches(open, 'program', d('2026-01-05'), 7)).toBe(d('2026-01-12'));
  });

  it('runs over 29 February', () => {
    const leap = context({ admittedOn: d('2028-02-21'), leaves: [away('2028-02-28', '2028-03-01')] });
    expect(clockReaches(leap, 'program', d('2028-02-21'), 9)).toBe(d('2028-03-03'));
  });
});

describe('the clock of attended days', () => {
  it('counts the days on which something was attended, both ends included', () => {
    const dates = ['2026-01-05', '2026-01-09', '2026-01-12'].map(d);
    const met = context({ attendedDates: dates });
    expect(clockDays(met, 'attended', d('2026-01-05'), d('2026-01-12'))).toBe(3);
    expect(clockDays(met, 'attended', d('2026-01-06'), d('2026-01-11'))).toBe(1);
    expect(clockReaches(met, 'attended', d('2026-01-05'), 5)).toBeNull();
  });
});

describe('the program week', () => {
  it('is 1 on the day of admission, 2 a week later, and unknown before', () => {
    expect(programWeek(context(), d('2026-01-04'))).toBeNull();
    expect(programWeek(context(), d('2026-01-05'))).toBe(1);
    expect(programWeek(context(), d('2026-01-11'))).toBe(1);
    expect(programWeek(context(), d('2026-01-12'))).toBe(2);
  });

  it('stands still in a phase returned to, and goes on after it', () => {
    const returned = context({ returns: [span('2026-01-19', '2026-02-02')] });
    expect(programWeek(returned, d('2026-01-18'))).toBe(2);
    expect(programWeek(returned, d('2026-01-30'))).toBe(3);
    expect(programWeek(returned, d('2026-02-02'))).toBe(3);
    expect(programWeek(returned, d('2026-02-09'))).toBe(4);
  });

  it('leaves out a day of leave within a return only once', () => {
    const both = context({
      returns: [span('2026-01-19', '2026-02-02')],
      leaves: [away('2026-01-22', '2026-02-05')],
    });
    expect(programWeek(both, d('2026-02-05'))).toBe(3);
    expect(programWeek(both, d('2026-02-12'))).toBe(4);
  });

  it('is not the week of the phase, which begins with its entry', () => {
    const second = context({ phaseEnteredOn: d('2026-01-20'), leaves: [away('2026-01-24', '2026-01-27')] });
    expect(phaseWeek(second, d('2026-01-26'))).toBe(1);
    expect(phaseWeek(second, d('2026-01-29'))).toBe(1);
    expect(phaseWeek(second, d('2026-01-30'))).toBe(2);
  });
});
