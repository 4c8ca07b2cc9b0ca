import type { UnitCosts } from './unit-costs.ts';

/** What the columns of a cohort are about: the names behind their indexes, the horizon, and what things cost. */
export type CohortShape = {
  readonly stages: readonly string[];
  /** Phases of the last stage, as `phaseEntered` counts them. */
  readonly phases: readonly string[];
  /** Traits by which patients are grouped, each with its values, as `group` counts them. */
  readonly groups: readonly { readonly trait: string; readonly values: readonly string[] }[];
  readonly horizonDays: number;
  readonly costs: UnitCosts;
};
