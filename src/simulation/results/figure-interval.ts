import type { Estimate } from '../statistics/estimate.ts';
import { meanInterval } from '../statistics/mean-interval.ts';
import { isShare } from './is-share.ts';

/** The mean of a figure over replications with Student's interval, which for a share ends at 0 and 1. */
export function figureInterval(figure: string, values: readonly number[], confidence = 0.95): Estimate {
  const { value, low, high } = meanInterval(values, confidence);
  if (!isShare(figure) || low === null || high === null) return { value, low, high };
  return { value, low: Math.max(0, low), high: Math.min(1, high) };
}
