import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromDayNumber, toDayNumber } from '../../src/curriculum/calendar-date.ts';
import type { Incentive } from '../../src/curriculum/incentive.ts';
import { expectedValue, incentiveStatuses } from '../../src/engine/incentive-status.ts';
import { compilePlan } from '../../src/program/compile-plan.ts';
import type { Fact } from '../../src/program/episode-event.ts';
import { foldAsOf, tellAll } from '../../src/program/fold.ts';
import { smallCurriculum } from '../generators/small-curriculum.ts';

const VOUCHERS: Incentive = {
  id: 'vouchers',
  title: 'Vouchers',
  pays: 'money',
  for: { type: 'negative-test' },
  tiers: [{ weeks: '1-12', first: 250, rise: 125 }],
  bonus: { every: 3, amount: 1000 },
  restore: { after: 5 },
};

type Result = Extract<Fact, { type: 'DrugTestRecorded' }>['result'];

/** What a patient has earned after some tests, one a day. */
function earn(
  results: readonly (Result | Partial<Fact>)[],
  change: Partial<Incentive> = {},
  start = '2026-01-05',
) {
  const plan = compilePlan(
    smallCurriculum((written) => {
      written['incentives'] = [{ ...VOUCHERS, ...change }];
    }),
  );
  const by = 'c';
  const admitted = {
    type: 'Admitted',
    on: start,
    by,
    patient: 'p',
    curriculum: 'small-iop',
    version: '1.0.0',
  } as const;
  const facts = results.map((result, i) => ({
    type: 'DrugTestRecorded',
    by,
    on: fromDayNumber(toDayNumber(start) + i),
    ...(typeof result === 'string' ? { result } : result),
  })) as Fact[];
  const fold = tellAll(
    plan,
    [admitted, ...facts].map((fact, i) => ({ version: i + 1, fact })),
  );
  const last = toDayNumber(start) + Math.max(0, results.length - 1);
  return incentiveStatuses(plan, foldAsOf(plan, fold, last).snapshot.context)[0]!;
}
const times = <T>(n: number, value: T): T[] => Array.from({ length: n }, () => value);

describe('rewards', () => {
  it('rise with each negative test in a row, with a bonus for every third', () => {
    expect(earn(times(3, 'negative'))).toMatchObject({
      earned: 250 + 375 + 500 + 1000,
      rewards: 3,
      inARow: 3,
      next: 625,
      restores: null,
    });
  });

  it('start again at the first amount after a positive or missed test, and lose nothing that is earned', () => {
    for (const failure of ['positive', 'missed'] as const) {
      expect(earn([...times(4, 'negative' as const), failure])).toMatchObject({
        earned: 250 + 375 + 500 + 625 + 1000,
        inARow: 0,
        next: 250,
        restores: { amount: 750, after: 5 },
      });
    }
  });

  it('come back after five negatives in a row to what was next before the reset', () => {
    const four = [...times(8, 'negative' as const), 'positive' as const, ...times(4, 'negative' as const)];
    expect(earn(four)).toMatchObject({ next: 250 + 4 * 125, restores: { amount: 1250, after: 1 } });
    expect(earn([...four, 'negative'])).toMatchObject({ next: 250 + 8 * 125 + 1000, restores: null });
  });

  it('do not count a test that could not be read', () => {
    expect(earn(['negative', 'invalid', 'negative'])).toMatchObject({ earned: 625, inARow: 2 });
  });

  it('give one reward a day and no more than the week allows', () => {
    const twice = { result: 'negative', on: '2026-01-05' } as Partial<Fact>;
    expect(earn([twice, twice])).toMatchObject({ earned: 250, rewards: 1 });
    const tiers = [{ first: 250, rise: 125, perWeek: 2 }];
    expect(earn(times(7, 'negative'), { tiers, bonus: undefined })).toMatchObject({ earned: 625 });
    expect(earn(times(8, 'negative'), { tiers, bonus: undefined })).toMatchObject({ earned: 1125 });
  });

  it('stop at the cap, of the episode or of each calendar year', () => {
    const cap = (per: 'episode' | 'calendar-year') => ({ cap: { amount: 600, per } });
    const tiers = [{ first: 250 }];
    const options = { tiers, bonus: undefined };
    expect(earn(times(6, 'negative'), { ...options, ...cap('episode') })).toMatchObject({
      earned: 600,
      next: 0,
    });
    expect(earn(times(4, 'negative'), { ...options, ...cap('calendar-year') }, '2025-12-29')).toMatchObject({
      earned: 600 + 250,
    });
  });

  it('look at the named substances only, and decide nothing on a positive test that names none', () => {
    const stimulants = { for: { type: 'negative-test' as const, substances: ['cocaine'] } };
    const positive = (...substances: string[]) => ({ result: 'positive', substances }) as Partial<Fact>;
    expect(earn(['negative', positive('alcohol')], stimulants)).toMatchObject({ earned: 625, inARow: 2 });
    expect(earn(['negative', positive('cocaine')], stimulants)).toMatchObject({ earned: 250, inARow: 0 });
    const unsaid = earn(['negative', positive()], stimulants);
    expect(unsaid).toMatchObject({ earned: 250, inARow: 1, next: 375 });
    expect(unsaid.sentence).toContain('1 positive without a substance');
  });

  it('say what is earned, what comes next and what it takes, in a sentence', () => {
    expect(earn(['negative', 'negative', 'positive']).sentence).toBe(
      '$6.25 earned, 2 times for a negative test; $6.25 still to be given; 0 in a row, so that the next one earns $2.50; 5 more in a row bring back $5.00',
    );
  });

  it('are worth on average what the chips in the bowl say', () => {
    const plan = compilePlan(
      smallCurriculum((written) => {
        written['incentives'] = [
          {
            ...VOUCHERS,
            pays: 'draws',
            prizes: [
              { id: 'none', title: 'Good job', chips: 250, value: 0 },
              { id: 'small', title: 'Small', chips: 209, value: 100 },
              { id: 'large', title: 'Large', chips: 40, value: 2000 },
              { id: 'jumbo', title: 'Jumbo', chips: 1, value: 10000 },
            ],
          },
        ];
      }),
    );
    expect(expectedValue(plan.incentives![0]!, 500)).toBe(209 * 100 + 40 * 2000 + 10000);
  });

  it('come to what a plain count of each stretch between failures says', () => {
    const result = fc.constantFrom<Result>(
      'negative',
      'negative',
      'negative',
      'positive',
      'missed',
      'invalid',
    );
    fc.assert(
      fc.property(
        fc.array(result, { maxLength: 60 }),
        fc.integer({ min: 1, max: 6 }),
        (results, restoreAfter) => {
          let [run, level, before, total] = [0, 0, 0, 0];
          for (const one of results) {
            if (one === 'invalid') continue;
            if (one !== 'negative') {
              before = Math.max(before, level);
              [run, level] = [0, 0];
              continue;
            }
            run += 1;
            total += 250 + 125 * level + (run % 3 === 0 ? 1000 : 0);
            level += 1;
            if (run >= restoreAfter && before > 0) [level, before] = [Math.max(level, before), 0];
          }
          expect(
            earn(results, { restore: { after: restoreAfter }, tiers: [{ first: 250, rise: 125 }] }).earned,
          ).toBe(total);
        },
      ),
      { numRuns: 30 },
    );
  });
});
