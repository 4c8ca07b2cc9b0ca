import { ENDS } from '../ends.ts';
import type { Estimate } from '../statistics/estimate.ts';
import { wilsonInterval } from '../statistics/proportion-interval.ts';
import { type AmountResult, amountResult } from './amount-result.ts';
import { isCompletion, type Tally } from './tally.ts';

/**
 * Who came back into the same episode after a first discharge, and what came of it. Those who were discharged shortly before the horizon had less time to
 * come back. In curves of retention a patient who came back is in treatment until the last end, the days away included.
 */
export type ReadmissionResult = {
  /** Patients who were discharged at least once within the horizon. */
  readonly discharged: number;
  /** How many of them came back, and the share with Wilson's interval. */
  readonly count: number;
  readonly returned: Estimate;
  /** Days from the first discharge to the first return, of those who came back. */
  readonly daysAway: AmountResult;
  /** Median of those days with its interval; null where nobody came back. */
  readonly medianDays: Estimate | null;
  /** Share of those who came back that completed or graduated afterwards. */
  readonly completed: Estimate;
  /** How the last stay of those who came back ended, or that it goes on at the horizon. */
  readonly ends: readonly { readonly end: string; readonly count: number; readonly share: Estimate }[];
};

/** Describes who came back; null where nobody can, or where it is not told. */
export function readmissionResult(tally: Tally): ReadmissionResult | null {
  if (!tally.tellsReturns) return null;
  const [away] = tally.returned;
  const count = away!.total;
  const ended = tally.ends.slice(0, -1).reduce((sum, { total }) => sum + total, 0);
  const discharged = ended + tally.returnedEnds.at(-1)!;
  const completed = tally.returnedEnds.reduce((sum, of, end) => sum + (isCompletion(end) ? of : 0), 0);
  return {
    ...{ discharged, count, returned: wilsonInterval(count, discharged) },
    daysAway: amountResult(
      { name: 'days-away', title: 'Days from discharge to return', unit: 'days' },
      away!,
    ),
    medianDays: count === 0 ? null : away!.median(),
    completed: wilsonInterval(completed, count),
    ends: ENDS.flatMap((end, e) => {
      const of = tally.returnedEnds[e]!;
      return of === 0 ? [] : [{ end, count: of, share: wilsonInterval(of, count) }];
    }),
  };
}
