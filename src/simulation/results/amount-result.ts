import type { Estimate } from '../statistics/estimate.ts';
import type { Histogram } from '../statistics/histogram.ts';

/** How an amount is spread over patients. Of nobody all is null. */
export type AmountResult = {
  readonly name: string;
  readonly title: string;
  readonly unit: string;
  readonly patients: number;
  readonly total: number;
  readonly mean: Estimate | null;
  readonly quartiles: readonly [number, number, number] | null;
};

/** Describes an amount by its total, its mean with Student's interval, and its quartiles. */
export function amountResult(
  about: { readonly name: string; readonly title: string; readonly unit: string },
  histogram: Histogram,
): AmountResult {
  const patients = histogram.total;
  const { name, title, unit } = about;
  const shares = [0.25, 0.5, 0.75].map((share) => histogram.quantile(share));
  return {
    ...{ name, title, unit, patients, total: histogram.sum },
    mean: patients === 0 ? null : histogram.mean(),
    quartiles: patients === 0 ? null : [shares[0]!, shares[1]!, shares[2]!],
  };
}
