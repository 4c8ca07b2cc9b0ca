import { ENDS } from '../ends.ts';
import type { Estimate } from '../statistics/estimate.ts';
import { isCompletion, type Tally } from './tally.ts';

/** What treatment cost, in units of the currency (not cents). */
export type CostResult = {
  readonly currency: string;
  readonly total: number;
  readonly perPatient: Estimate;
  /** All costs over completed treatments, those of who did not complete included; null where nobody completed. */
  readonly perCompleted: number | null;
};

/** Adds up the costs of a cohort. */
export function costResult(tally: Tally): CostResult {
  const total = tally.costCents / 100;
  const completed = ENDS.reduce((sum, _, end) => sum + (isCompletion(end) ? tally.ends[end]!.total : 0), 0);
  const spread = tally.cost.mean();
  const value = total / tally.patients;
  const shift = value - spread.value;
  return {
    currency: tally.shape.costs.currency,
    total,
    perPatient: {
      value,
      low: spread.low === null ? null : spread.low + shift,
      high: spread.high === null ? null : spread.high + shift,
    },
    perCompleted: completed === 0 ? null : total / completed,
  };
}
