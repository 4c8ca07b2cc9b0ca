import type { Estimate } from './estimate.ts';
import type { SurvivalStep } from './kaplan-meier.ts';
import { normalQuantile } from './quantiles.ts';

/**
 * The mean number of days up to a horizon: the area under the survival curve, with its standard error and a normal interval
 * that is cut at 0 and the horizon.
 */
export function restrictedMean(
  steps: readonly SurvivalStep[],
  horizon: number,
  confidence = 0.95,
): Estimate & { readonly standardError: number } {
  const within = steps.filter(({ day }) => day < horizon);
  const areas = within.map(({ day, survival }, i) => survival * ((within[i + 1]?.day ?? horizon) - day));
  let after = 0;
  let variance = 0;
  for (let i = within.length - 1; i >= 0; i -= 1) {
    const { atRisk, events } = within[i]!;
    after += areas[i]!;
    if (after > 0) variance += (after ** 2 * events) / (atRisk * (atRisk - events));
  }
  const value = after + Math.min(within[0]?.day ?? horizon, horizon);
  const standardError = Math.sqrt(variance);
  const half = normalQuantile(confidence) * standardError;
  return {
    value,
    standardError,
    low: Math.max(0, value - half),
    high: Math.min(horizon, value + half),
  };
}
