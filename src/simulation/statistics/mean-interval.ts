import type { Estimate } from './estimate.ts';
import { studentQuantile } from './quantiles.ts';

/** The mean of independent values with Student's interval; of fewer than two values the interval is open. */
export function meanInterval(values: readonly number[], confidence = 0.95): Estimate {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  if (n < 2) return { value: n === 0 ? Number.NaN : mean, low: null, high: null };
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return momentsInterval(n, mean, squares / (n - 1), confidence);
}

/** The mean of `n` independent values with Student's interval, from their mean and their variance (divided by n − 1). */
export function momentsInterval(n: number, mean: number, variance: number, confidence = 0.95): Estimate {
  if (n < 2) return { value: n === 0 ? Number.NaN : mean, low: null, high: null };
  const half = studentQuantile(confidence, n - 1) * Math.sqrt(variance / n);
  return { value: mean, low: mean - half, high: mean + half };
}
