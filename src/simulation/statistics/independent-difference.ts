import type { Estimate } from './estimate.ts';

/**
 * The difference `b − a` of two independent figures, with an interval made of theirs (Newcombe 1998, method 10; Zou and Donner 2008). It is open where
 * one of theirs is.
 *
 * ```ts
 * independentDifference(wilsonInterval(48, 80), wilsonInterval(56, 70))
 * //=> { value: 0.2, low: 0.0524…, high: 0.3339… }
 * ```
 */
export function independentDifference(a: Estimate, b: Estimate): Estimate {
  const value = b.value - a.value;
  if (a.low === null || a.high === null || b.low === null || b.high === null)
    return { value, low: null, high: null };
  return {
    value,
    low: value - Math.hypot(b.value - b.low, a.high - a.value),
    high: value + Math.hypot(b.high - b.value, a.value - a.low),
  };
}
