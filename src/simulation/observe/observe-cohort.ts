import type { End } from '../ends.ts';
import type { CohortResult } from '../results/cohort-result.ts';
import { CohortTally } from '../results/cohort-tally.ts';
import { type Figures, figuresOf } from '../results/figures.ts';
import { NO_COSTS } from '../results/unit-costs.ts';
import { blurPatients, FEWEST } from './blur-patients.ts';
import type { ObservedPatient } from './observed-patient.ts';
import { observedShard } from './observed-shard.ts';
import { withoutUntold } from './without-untold.ts';

/** What is told of real patients: the results that are told of simulated ones, and ends that are too rare to be told. */
export type ObservedCohort = {
  readonly result: CohortResult;
  readonly figures: Figures;
  readonly untold: readonly End[];
};

/**
 * Computes the results of real patients from rows among which nobody is alone. Null where there are too few patients, or
 * too few who have ended, to tell anything. The horizon is no later than anybody was followed. Pure.
 */
export function observeCohort(
  patients: readonly ObservedPatient[],
  about: {
    readonly phases: readonly string[];
    readonly stages: readonly string[];
    readonly horizonDays: number;
  },
): ObservedCohort | null {
  if (patients.length < FEWEST) return null;
  const { patients: blurred, untold, returns } = blurPatients(patients);
  const fewEnded = blurred.every(({ end }) => end === 'in-treatment') && untold.includes('other');
  if (blurred.length === 0 || fewEnded) return null;
  const followed = Math.max(1, ...blurred.map(({ endDay }) => endDay));
  const seen = { ...about, horizonDays: Math.min(about.horizonDays, followed) };
  const tally = new CohortTally({ ...seen, groups: [], costs: NO_COSTS });
  tally.add(observedShard(blurred, { ...seen, returns }));
  const whole = tally.result();
  const unknown = untold.includes('completed');
  const all = unknown ? { ...whole.all, completed: { value: Number.NaN, low: null, high: null } } : whole.all;
  const result = { ...whole, all };
  return { result, figures: withoutUntold(figuresOf(all), untold), untold };
}
