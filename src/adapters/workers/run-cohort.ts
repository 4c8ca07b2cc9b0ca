import type { Plan } from '../../program/plan.ts';
import type { Behaviour } from '../../simulation/behaviour.ts';
import { compileKernel, type KernelRun } from '../../simulation/kernel/compile-kernel.ts';
import type { KernelRefusal } from '../../simulation/kernel/kernel-refusal.ts';
import { mergeWeekCounts } from '../../simulation/merge-week-counts.ts';
import type { PatientColumns, WeekCounts } from '../../simulation/patient-columns.ts';
import { openTaskPool } from './open-task-pool.ts';

/** A cohort to simulate, and who hears of it. */
export type CohortRun = {
  readonly plan: Plan;
  readonly behaviour: Behaviour;
  readonly seed: number;
  /** Number of patients. */
  readonly patients: number;
  readonly horizonDays: number;
  /** Worker threads; as many as the machine runs at once unless told. */
  readonly threads?: number;
  /** Patients in a shard. Rows do not depend on it. */
  readonly shard?: number;
  /** The first patient: where a run that was cut short goes on. */
  readonly from?: number;
  /** Gets the shards one by one, in the order of patients, and may take its time: the run waits for it. */
  readonly onShard?: (patients: PatientColumns) => void | Promise<void>;
  /** Hears how many patients are done. */
  readonly onProgress?: (done: number) => void;
  readonly signal?: AbortSignal;
};

/** What came of a cohort; `done` is less than asked for where the run was aborted, and is where the next one goes on. */
export type CohortResult =
  | { readonly accepted: true; readonly done: number; readonly weeks: WeekCounts }
  | { readonly accepted: false; readonly refusals: readonly KernelRefusal[] };

const SHARD = 16384;

/**
 * Simulates a cohort on several threads. The same seed gives the same rows on any number of them; no more than a few shards
 * are in memory at a time.
 */
export async function runCohort(cohort: CohortRun): Promise<CohortResult> {
  const { plan, behaviour, seed, patients, horizonDays, shard = SHARD, from = 0, threads } = cohort;
  const kernel = compileKernel(plan, behaviour);
  if (!kernel.accepted) return kernel;
  let { weeks } = kernel.run({ seed, first: 0, count: 0, horizonDays });
  let done = from;
  const file = import.meta.url.endsWith('.ts') ? './cohort-worker.ts' : './cohort-worker.js';
  const pool = openTaskPool(
    {
      file: new URL(file, import.meta.url),
      data: { plan, behaviour },
      here: () => kernel.run,
      ...(threads === undefined ? {} : { threads }),
    },
    Math.ceil((patients - from) / shard),
  );
  function* shards(): Generator<KernelRun> {
    for (let first = from; first < patients; first += shard)
      yield { seed, first, count: Math.min(shard, patients - first), horizonDays };
  }
  try {
    await pool.run(
      shards(),
      async (result) => {
        weeks = mergeWeekCounts(weeks, result.weeks);
        await cohort.onShard?.(result.patients);
        done += result.patients.count;
        cohort.onProgress?.(done);
      },
      cohort.signal,
    );
  } finally {
    await pool.close();
  }
  return { accepted: true, done, weeks };
}
