import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromDayNumber, toDayNumber } from '../../src/curriculum/calendar-date.ts';
import { compilePlan } from '../../src/program/compile-plan.ts';
import type { Fact } from '../../src/program/episode-event.ts';
import { explainCriterion } from '../../src/program/explain-criterion.ts';
import { foldAsOf, tellAll } from '../../src/program/fold.ts';
import { smallCurriculum } from '../generators/small-curriculum.ts';

const START = toDayNumber('2026-01-05');
const plan = compilePlan(
  smallCurriculum((written) => {
    (written['phases'] as { exit?: unknown }[])[0]!.exit = {
      type: 'mutual-help-weekly',
      lastWeeks: 2,
      atLeast: 2,
    };
  }),
);
const by = 'c';

/** The gate as of a day after admission, with meetings on some days, and a leave from one day to another. */
function gate(meetings: readonly number[], day: number, leave?: readonly [number, number]) {
  const on = (n: number) => fromDayNumber(START + n);
  const facts: Fact[] = [
    { type: 'Admitted', on: on(0), by, patient: 'p', curriculum: 'small-iop', version: '1.0.0' },
    ...meetings.map((n): Fact => ({ type: 'MutualHelpRecorded', on: on(n), by })),
    ...(leave === undefined
      ? []
      : [
          { type: 'LeaveStarted', on: on(leave[0]), by } as const,
          { type: 'LeaveEnded', on: on(leave[1]), by } as const,
        ]),
  ];
  const standing = facts.map((fact, i) => ({ version: i + 1, fact }));
  const fold = foldAsOf(plan, tellAll(plan, standing), START + day);
  return explainCriterion(plan, fold, standing, plan.phases[0]!.exit!);
}

describe('mutual-help meetings a week', () => {
  it('count the fewest in any of the last weeks', () => {
    expect(gate([0, 3, 7, 12], 13)).toMatchObject({
      truth: 'satisfied',
      sentence: '2 of 2 mutual-help meetings documented a week in each of the last 2 weeks',
    });
    expect(gate([0, 1, 2, 3, 7], 13)).toMatchObject({ truth: 'unsatisfied', found: 1 });
  });

  it('do not hold before so many weeks have passed', () => {
    expect(gate([0, 1, 2, 3], 4)).toMatchObject({ truth: 'unsatisfied', found: 0 });
  });

  it('leave out the time of a leave', () => {
    expect(gate([0, 3, 21, 24], 27, [7, 21])).toMatchObject({ truth: 'satisfied' });
    expect(gate([0, 3, 21, 24], 27)).toMatchObject({ truth: 'unsatisfied' });
  });

  it('name the first day on which they can hold', () => {
    expect(gate([0, 3], 6)).toMatchObject({ earliest: fromDayNumber(START + 10) });
    expect(gate([], 0)).toMatchObject({ earliest: fromDayNumber(START + 7) });
  });

  it('are the least of the counts of seven days each, in any history', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 12 }), (meetings) => {
        const day = 20;
        const counts = [0, 1].map(
          (week) => meetings.filter((n) => day - n >= week * 7 && day - n < week * 7 + 7).length,
        );
        expect(gate(meetings, day).found).toBe(Math.min(...counts));
      }),
      { numRuns: 40 },
    );
  });
});
