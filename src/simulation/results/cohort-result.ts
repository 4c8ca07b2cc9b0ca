import type { WeekCounts } from '../patient-columns.ts';
import type { Estimate } from '../statistics/estimate.ts';
import { Histogram } from '../statistics/histogram.ts';
import { wilsonInterval } from '../statistics/proportion-interval.ts';
import { type AmountResult, amountResult } from './amount-result.ts';
import { AMOUNTS } from './amounts.ts';
import { type CostResult, costResult } from './cost-result.ts';
import { type Flow, flowsOf } from './flow.ts';
import { type GateResult, gateResults } from './gate-result.ts';
import { type ReadmissionResult, readmissionResult } from './readmission-result.ts';
import { type Retention, retentionOf } from './retention.ts';
import { isCompletion, type Tally } from './tally.ts';
import { type WeekResult, weekResults } from './week-result.ts';

/** All that is told of one group of patients, simulated or real. */
export type GroupResult = {
  readonly patients: number;
  readonly horizonDays: number;
  /** Share that completed treatment or graduated. */
  readonly completed: Estimate;
  /** Median days of those; null where nobody did. */
  readonly completedDays: Estimate | null;
  /** Median days of all who have ended by the horizon; null where nobody has. */
  readonly dischargedDays: Estimate | null;
  readonly retention: Retention;
  /** Who came back after a discharge; null where nobody can, or where it is not told. */
  readonly readmission: ReadmissionResult | null;
  readonly amounts: readonly AmountResult[];
  readonly stays: readonly AmountResult[];
  readonly gates: readonly GateResult[];
  readonly flows: readonly Flow[];
  readonly cost: CostResult;
};

/** The results of a cohort: of all, week by week, and of each group. */
export type CohortResult = {
  readonly all: GroupResult;
  readonly weeks: readonly WeekResult[];
  readonly groups: readonly {
    readonly trait: string;
    readonly value: string;
    readonly result: GroupResult;
  }[];
};

/** Turns the counts of a group into its results. */
export function groupResult(tally: Tally): GroupResult {
  const completed = new Histogram();
  for (const [end, days] of tally.ends.entries()) if (isCompletion(end)) completed.merge(days);
  const discharged = new Histogram();
  for (const days of tally.ends.slice(0, -1)) discharged.merge(days);
  return {
    patients: tally.patients,
    horizonDays: tally.shape.horizonDays,
    completed: wilsonInterval(completed.total, tally.patients),
    completedDays: completed.total === 0 ? null : completed.median(),
    dischargedDays: discharged.total === 0 ? null : discharged.median(),
    retention: retentionOf(tally),
    readmission: readmissionResult(tally),
    amounts: AMOUNTS.map((amount, a) => amountResult(amount, tally.amounts[a]!)),
    stays: tally.shape.stages.map((stage, s) =>
      amountResult({ name: stage, title: `Days at ${stage}`, unit: 'days' }, tally.stageDays[s]!),
    ),
    gates: gateResults(tally),
    flows: flowsOf(tally),
    cost: costResult(tally),
  };
}

/** Turns the counts of a cohort into its results. */
export function cohortResult(
  all: Tally,
  weeks: WeekCounts,
  groups: readonly { readonly trait: string; readonly value: string; readonly tally: Tally }[] = [],
): CohortResult {
  return {
    all: groupResult(all),
    weeks: weekResults(weeks),
    groups: groups.map(({ trait, value, tally }) => ({ trait, value, result: groupResult(tally) })),
  };
}
