import type { Estimate } from './estimate.ts';
import type { SurvivalStep } from './kaplan-meier.ts';

/**
 * The day by which half have ended, with the days on which the interval of the curve passes one half (Brookmeyer and
 * Crowley 1982). Null where the curve stays above one half. Where it lies on one half exactly, the middle of that stretch.
 */
export function medianSurvival(steps: readonly SurvivalStep[]): {
  readonly [K in keyof Estimate]: number | null;
} {
  return {
    value: crossing(steps, ({ survival }) => survival),
    low: crossing(steps, ({ low }) => low),
    high: crossing(steps, ({ high }) => high),
  };
}

const HALF = 0.5;
/** Rounding of products of fractions. */
const NEAR = 1e-9;

function crossing(steps: readonly SurvivalStep[], of: (step: SurvivalStep) => number | null): number | null {
  const at = steps.findIndex((step) => (of(step) ?? (step.survival === 0 ? 0 : 1)) <= HALF + NEAR);
  const step = steps[at];
  if (step === undefined) return null;
  const value = of(step);
  if (value !== null && Math.abs(value - HALF) <= NEAR) {
    const next = steps[at + 1];
    return next === undefined ? step.day : (step.day + next.day) / 2;
  }
  return step.day;
}
