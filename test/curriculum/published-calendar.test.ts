import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { addDays, daysBetween, toDayNumber } from '../../src/curriculum/calendar-date.ts';
import { Curriculum } from '../../src/curriculum/curriculum.ts';
import { publishedCalendar } from '../../src/curriculum/published-calendar.ts';
import { publishedDrugTests } from '../../src/curriculum/published-drug-tests.ts';
import { publishedMutualHelp } from '../../src/curriculum/published-mutual-help.ts';
import { weekdayOf } from '../../src/curriculum/weekday.ts';
import { type Edit, eveningClinic } from './fixtures/evening-clinic.ts';

const clinic = (...edits: Edit[]) => Curriculum.parse(parse(eveningClinic(...edits)));
const matrix = Curriculum.parse(
  parse(readFileSync(new URL('../../curricula/matrix-iop.yaml', import.meta.url), 'utf8')),
);
const GROUP = '[monday, thursday], start';

/** The dates and sessions of one track. */
function rowsOf(curriculum: Curriculum, track: string, start: string, cycleStarts?: Record<string, string>) {
  const rows = publishedCalendar(curriculum, start, cycleStarts === undefined ? {} : { cycleStarts });
  return rows
    .filter((row) => row.track === track)
    .map(({ date, week, session }) => `${date} w${week} s${session}`);
}

describe('publishedCalendar', () => {
  it('has the 91 sessions of the Matrix Model', () => {
    const rows = publishedCalendar(matrix, '2026-01-05');
    const counts = Object.fromEntries(
      Object.entries(Object.groupBy(rows, (row) => row.track)).map(([track, of]) => [track, of?.length]),
    );
    expect(counts).toEqual({
      'individual-conjoint': 3,
      'early-recovery-skills': 8,
      'relapse-prevention': 32,
      'family-education': 12,
      'social-support': 36,
    });
    expect(rows.at(-1)).toMatchObject({ date: '2026-12-02', week: 48, track: 'social-support', session: 36 });
  });

  it('orders meetings by date, time, and track, each with its title', () => {
    expect(publishedCalendar(clinic(), '2026-01-05').slice(0, 3)).toEqual([
      {
        date: '2026-01-05',
        week: 1,
        track: 'skills',
        session: 1,
        title: 'Stop the cycle',
        start: '18:00',
        minutes: 50,
      },
      { date: '2026-01-05', week: 1, track: 'group', session: 1, title: 'Work', start: '19:15', minutes: 90 },
      {
        date: '2026-01-08',
        week: 1,
        track: 'group',
        session: 2,
        title: 'Boredom',
        start: '19:15',
        minutes: 90,
      },
    ]);
  });

  it('counts weeks from the day of admission, whichever day that is', () => {
    expect(rowsOf(clinic(), 'skills', '2026-01-07')).toEqual([
      '2026-01-12 w1 s1',
      '2026-01-19 w2 s2',
      '2026-01-26 w3 s3',
      '2026-02-02 w4 s4',
    ]);
    expect(rowsOf(clinic(), 'group', '2026-01-07')[0]).toBe('2026-01-08 w1 s1');
  });

  it('counts weeks from the phase where the track says so', () => {
    const late = clinic(['weeks: 1-4', 'weeks: 3-6'], ['weeks: 5-8', 'weeks: 7-8']);
    expect(rowsOf(late, 'skills', '2026-01-05')).toEqual([
      '2026-01-19 w3 s1',
      '2026-01-26 w4 s2',
      '2026-02-02 w5 s3',
      '2026-02-09 w6 s4',
    ]);
  });

  it('holds every other week of a run, and single weeks of a list', () => {
    const every = clinic([GROUP, '[monday], everyWeeks: 2, weeks: "2-6", start']);
    expect(rowsOf(every, 'group', '2026-01-05')).toEqual([
      '2026-01-12 w2 s1',
      '2026-01-26 w4 s2',
      '2026-02-09 w6 s3',
    ]);
    const list = clinic([GROUP, '[monday], weeks: [1, 5, 7], start']);
    expect(rowsOf(list, 'group', '2026-01-05')).toEqual([
      '2026-01-05 w1 s1',
      '2026-02-02 w5 s2',
      '2026-02-16 w7 s3',
    ]);
    const acrossPhases = clinic([GROUP, '[monday], everyWeeks: 3, start']);
    expect(rowsOf(acrossPhases, 'group', '2026-01-05')).toEqual([
      '2026-01-05 w1 s1',
      '2026-01-26 w4 s2',
      '2026-02-16 w7 s3',
    ]);
  });

  it('lets an open group set the topic: a patient starts where the group is, and it goes on in all its weeks', () => {
    const group = clinic(['order: rolling', 'order: rolling\n    cycleStart: 2026-01-05']);
    expect(rowsOf(group, 'group', '2026-01-05').slice(0, 3)).toEqual([
      '2026-01-05 w1 s1',
      '2026-01-08 w1 s2',
      '2026-01-12 w2 s3',
    ]);
    expect(rowsOf(group, 'group', '2026-01-12').slice(0, 3)).toEqual([
      '2026-01-12 w1 s3',
      '2026-01-15 w1 s1',
      '2026-01-19 w2 s2',
    ]);
    expect(rowsOf(group, 'group', '2025-12-31').slice(0, 3)).toEqual([
      '2026-01-01 w1 s3',
      '2026-01-05 w1 s1',
      '2026-01-08 w2 s2',
    ]);
    expect(rowsOf(group, 'group', '2026-01-05')).toHaveLength(16);
    expect(rowsOf(group, 'group', '2026-01-12', { group: '2026-01-12' })[0]).toBe('2026-01-12 w1 s1');
  });

  it('goes through 29 February and over changes of the clocks without losing a day', () => {
    expect(rowsOf(clinic([GROUP, '[tuesday, sunday], start']), 'group', '2028-02-28').slice(0, 3)).toEqual([
      '2028-02-29 w1 s1',
      '2028-03-05 w1 s2',
      '2028-03-07 w2 s3',
    ]);
    expect(rowsOf(clinic([GROUP, '[sunday], start']), 'group', '2026-03-02').slice(0, 3)).toEqual([
      '2026-03-08 w1 s1',
      '2026-03-15 w2 s2',
      '2026-03-22 w3 s3',
    ]);
  });

  it('keeps weekday, week and order for every day of admission', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), (days) => {
        const start = addDays('2024-01-01', days);
        const rows = publishedCalendar(matrix, start);
        expect(rows).toHaveLength(91);
        for (const { date, week, track } of rows) {
          expect(Math.floor(daysBetween(start, date) / 7) + 1).toBe(week);
          if (track === 'relapse-prevention') expect(weekdayOf(toDayNumber(date))).toMatch(/monday|friday/);
        }
        expect(rows.map(({ date, start: time }) => `${date} ${time}`)).toEqual(
          rows.map(({ date, start: time }) => `${date} ${time}`).sort(),
        );
      }),
      { numRuns: 60 },
    );
  });
});

describe('publishedDrugTests', () => {
  it('lists each week with its dates, or that they are drawn', () => {
    const rows = publishedDrugTests(clinic(), '2026-01-07');
    expect(rows.map(({ week }) => week)).toEqual([1, 2, 4]);
    expect(rows[0]).toEqual({
      week: 1,
      from: '2026-01-07',
      to: '2026-01-13',
      test: 'urine',
      specimens: ['urine'],
      perWeek: 2,
      days: ['2026-01-08', '2026-01-12'],
    });
    const random = clinic(['[monday, thursday], weeks: "1-2, 4"', 'random']);
    expect(publishedDrugTests(random, '2026-01-07').map(({ week, days }) => [week, days])).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8].map((week) => [week, 'random']),
    );
  });
});

describe('publishedMutualHelp', () => {
  it('lists the days of each program week, and nothing without a policy', () => {
    const rows = publishedMutualHelp(clinic(), '2026-01-07');
    expect(rows).toHaveLength(8);
    expect(rows[1]).toEqual({
      week: 2,
      from: '2026-01-14',
      to: '2026-01-20',
      days: ['2026-01-18', '2026-01-20'],
      perWeek: 2,
    });
    expect(publishedMutualHelp({ ...clinic(), policies: {} }, '2026-01-07')).toEqual([]);
  });
});
