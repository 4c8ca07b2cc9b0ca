import type { Estimate } from './estimate.ts';
import { betaQuantile, normalQuantile } from './quantiles.ts';

/** A share of a count with Wilson's score interval (Wilson 1927). Without anybody the value is NaN, from 0 to 1. */
export function wilsonInterval(count: number, of: number, confidence = 0.95): Estimate {
  if (of === 0) return { value: Number.NaN, low: 0, high: 1 };
  const z2 = normalQuantile(confidence) ** 2;
  const share = count / of;
  const middle = (share + z2 / (2 * of)) / (1 + z2 / of);
  const half = Math.sqrt(z2 * ((share * (1 - share)) / of + z2 / (4 * of * of))) / (1 + z2 / of);
  return {
    value: share,
    low: count === 0 ? 0 : middle - half,
    high: count === of ? 1 : middle + half,
  };
}

/** A share of a count with the exact interval (Clopper and Pearson 1934). Without anybody the value is NaN, from 0 to 1. */
export function clopperPearsonInterval(count: number, of: number, confidence = 0.95): Estimate {
  if (of === 0) return { value: Number.NaN, low: 0, high: 1 };
  const tail = (1 - confidence) / 2;
  return {
    value: count / of,
    low: count === 0 ? 0 : betaQuantile(tail, count, of - count + 1),
    high: count === of ? 1 : betaQuantile(1 - tail, count + 1, of - count),
  };
}
