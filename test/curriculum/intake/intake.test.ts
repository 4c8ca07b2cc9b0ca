import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Intake } from '../../../src/curriculum/intake/intake.ts';
import { known } from '../../../src/curriculum/intake/known.ts';
import { REFERRAL_SOURCES, tedsReferralCode } from '../../../src/curriculum/intake/referral-source.ts';
import type { Screening } from '../../../src/curriculum/intake/screening.ts';
import { SCREENING_INSTRUMENTS } from '../../../src/curriculum/intake/screening.ts';
import { screeningScore } from '../../../src/curriculum/intake/screening-score.ts';
import { spansLieIn, spansMeet, weekSpans } from '../../../src/curriculum/intake/weekly-hours.ts';
import { WEEKDAYS } from '../../../src/curriculum/weekday.ts';

const ANSWERS = Object.keys(Intake.shape).filter((key) => key !== 'on' && key !== 'note');

describe('an intake', () => {
  it('may leave every question open, or say that the answer is not known', () => {
    expect(Intake.parse({})).toEqual({});
    const unknown = Object.fromEntries(ANSWERS.map((key) => [key, 'unknown']));
    expect(Intake.parse(unknown)).toEqual(unknown);
    expect(ANSWERS).toHaveLength(13);
  });

  it.each(Object.entries(SCREENING_INSTRUMENTS))('takes raw totals of %s in its range only', (id, range) => {
    const screened = (score: number) => Intake.safeParse({ screenings: [{ instrument: id, score }] }).success;
    expect([range.minimum - 1, range.minimum, range.maximum, range.maximum + 1].map(screened)).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(screened(1.5)).toBe(false);
  });

  it('keeps ratings with the edition by which they were made, and asks who made them', () => {
    const rated = (ratings: object) => Intake.safeParse({ ratings: [ratings] }).success;
    const dimensions = { '1': 0, '3': 2, '6': 'unknown' };
    expect(rated({ edition: 'asam-3', by: 'counselor', dimensions })).toBe(true);
    expect(rated({ edition: 'asam-4', by: 'counselor', dimensions: { '4': 'B' } })).toBe(true);
    expect(rated({ by: 'counselor', dimensions })).toBe(false);
    expect(rated({ edition: 'asam-3', dimensions })).toBe(false);
    expect(rated({ edition: 'asam-3', by: 'counselor', dimensions: { '1': 5 } })).toBe(false);
    expect(rated({ edition: 'asam-3', by: 'counselor', dimensions: { '4': 'B' } })).toBe(false);
    expect(rated({ edition: 'asam-3', by: 'counselor', dimensions: { '7': 1 } })).toBe(false);
  });

  it('takes a needed level only in the edition that has it, with the person who found it', () => {
    const needed = (system: string, level: string, by: string | undefined = 'counselor') =>
      Intake.safeParse({ neededLevels: [{ level: { system, level }, by }] }).success;
    expect(needed('asam-3', '3.3')).toBe(true);
    expect(needed('asam-4', '3.3')).toBe(false);
    expect(Intake.safeParse({ neededLevels: [{ level: { system: 'asam-3', level: '2.1' } }] }).success).toBe(
      false,
    );
  });

  it('has the codes of TEDS for who referred', () => {
    const codes = Object.values(REFERRAL_SOURCES).map(({ teds }) => teds);
    expect(codes).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect([tedsReferralCode('criminal-justice'), tedsReferralCode(null)]).toEqual([7, -9]);
  });

  it('knows nothing from a missing answer or from the word unknown, but something from none and from false', () => {
    expect([known(undefined), known('unknown'), known<string[]>([]), known(false), known(0)]).toEqual([
      null,
      null,
      [],
      false,
      0,
    ]);
  });
});

describe('weekly hours', () => {
  const hours = (from: string, to: string, ...weekdays: (typeof WEEKDAYS)[number][]) =>
    weekSpans([{ weekdays, from, to }]);

  it('run past midnight, and past the end of the week', () => {
    expect(hours('22:00', '06:00', 'monday')).toEqual([{ from: 1320, to: 1800 }]);
    expect(hours('22:00', '06:00', 'sunday')).toEqual([
      { from: 9960, to: 10080 },
      { from: 0, to: 360 },
    ]);
    expect(spansMeet(hours('22:00', '06:00', 'sunday'), hours('05:30', '07:00', 'monday'))).toBe(true);
  });

  it('take the whole day where they end as they begin', () => {
    expect(hours('00:00', '00:00', 'monday')).toEqual([{ from: 0, to: 1440 }]);
  });

  it('do not meet where one ends as the other begins', () => {
    expect(spansMeet(hours('09:00', '17:00', 'friday'), hours('17:00', '18:00', 'friday'))).toBe(false);
    expect(spansMeet(hours('09:00', '17:01', 'friday'), hours('17:00', '18:00', 'friday'))).toBe(true);
  });

  it('lie in others that cover them together', () => {
    const day = [...hours('12:00', '17:00', 'friday'), ...hours('08:00', '12:00', 'friday')];
    expect(spansLieIn(hours('09:00', '16:00', 'friday'), day)).toBe(true);
    expect(spansLieIn(hours('09:00', '17:30', 'friday'), day)).toBe(false);
  });

  it('meet themselves, whatever they are', () => {
    const time = fc
      .tuple(fc.nat(23), fc.nat(59))
      .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
    fc.assert(
      fc.property(time, time, fc.constantFrom(...WEEKDAYS), (from, to, weekday) => {
        const spans = hours(from, to, weekday);
        expect(spansMeet(spans, spans)).toBe(true);
        expect(spansLieIn(spans, spans)).toBe(true);
      }),
    );
  });

  it('holds the answers of an instrument, of which the total is made; and refuses answers that fit neither it nor the total', () => {
    const read = (screening: object) => Intake.safeParse({ screenings: [screening] });
    const answered = read({ instrument: 'gad-7', items: [1, 2, 0, 3, 1, 0, 2] });
    expect(answered.success && screeningScore((answered.data.screenings as Screening[])[0]!)).toBe(9);
    const message = (screening: object) => read(screening).error?.issues[0]?.message;
    expect(message({ instrument: 'gad-7', items: [1, 2] })).toBe('gad-7 has 7 items, and 2 were answered');
    expect(message({ instrument: 'gad-7', items: [1, 2, 0, 3, 1, 0, 2], score: 8 })).toMatch(/add up to 9/);
    expect(message({ instrument: 'gad-7' })).toMatch(/total as score, or the answers as items/);
    expect(read({ instrument: 'dast-10', items: Array(10).fill(1), score: 10 }).success).toBe(false);
  });
});
