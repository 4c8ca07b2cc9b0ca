import { type LifeTable, riskDays } from './life-table.ts';
import { normalQuantile } from './quantiles.ts';

/** A step of a survival curve: the share still there after the events of a day, with its error and interval. */
export type SurvivalStep = {
  readonly day: number;
  readonly atRisk: number;
  readonly events: number;
  readonly survival: number;
  readonly standardError: number;
  /** Null where everybody has ended, and no interval exists. */
  readonly low: number | null;
  readonly high: number | null;
};

/**
 * Estimates how many are still there over time (Kaplan and Meier 1958), of all causes together. The error is Greenwood's, the
 * interval is made on the scale of log(−log S), so that it stays between 0 and 1. Days without events have no step.
 */
export function kaplanMeier(table: LifeTable, confidence = 0.95): SurvivalStep[] {
  const z = normalQuantile(confidence);
  let survival = 1;
  let sum = 0;
  return riskDays(table).map(({ day, atRisk, ended }) => {
    survival *= (atRisk - ended) / atRisk;
    sum += ended / (atRisk * (atRisk - ended));
    const step = { day, atRisk, events: ended, survival };
    if (survival === 0) return { ...step, standardError: 0, low: null, high: null };
    const width = Math.exp((z * Math.sqrt(sum)) / -Math.log(survival));
    const [low, high] = [survival ** width, survival ** (1 / width)];
    return { ...step, standardError: survival * Math.sqrt(sum), low, high };
  });
}

/** The step of a curve that holds on a day; null before the first. */
export function stepOn(steps: readonly SurvivalStep[], day: number): SurvivalStep | null {
  return steps.findLast((step) => step.day <= day) ?? null;
}
