import type { Estimate } from './estimate.ts';
import { meanInterval } from './mean-interval.ts';

/**
 * The mean difference `b − a` over pairs with Student's interval. Pairs are replications of two scenarios on the same random
 * numbers: what they share cancels out. `narrowing` says how many times the variance of independent runs would be larger.
 */
export function pairedDifference(
  a: readonly number[],
  b: readonly number[],
  confidence = 0.95,
): Estimate & { readonly narrowing: number } {
  if (a.length !== b.length) throw new RangeError(`${a.length} values cannot be paired with ${b.length}`);
  const differences = b.map((value, index) => value - a[index]!);
  const independent = variance(a) + variance(b);
  const paired = variance(differences);
  return { ...meanInterval(differences, confidence), narrowing: paired === 0 ? 1 : independent / paired };
}

function variance(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
}
