import { availableParallelism } from 'node:os';
import { Tinypool } from 'tinypool';
import type { Plan } from '../../program/plan.ts';
import type { Behaviour } from '../../simulation/behaviour.ts';
import { compileKernel, type KernelRun } from '../../simulation/kernel/compile-kernel.ts';
import type { KernelRefusal } from '../../simulation/kernel/kernel-refusal.ts';
import { mergeWeekCounts } from '../../simulation/merge-week-counts.ts';
import type { PatientColumns, WeekCounts } from '../../simulation/patient-columns.ts';

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
  const { plan, behaviour, seed, patients, horizonDays, shard = SHARD, from = 0 } = cohort;
  const kernel = compileKernel(plan, behaviour);
  if (!kernel.accepted) return kernel;
  let { weeks } = kernel.run({ seed, first: 0, count: 0, horizonDays });
  let done = from;
  const threads = Math.max(1, cohort.threads ?? availableParallelism());
  const pool = threads === 1 ? null : startPool(plan, behaviour, threads);
  const simulate = async (run: KernelRun): Promise<ReturnType<typeof kernel.run>> =>
    pool ? pool.run(run, { name: 'simulateShard' }) : kernel.run(run);
  const waiting: Promise<ReturnType<typeof kernel.run>>[] = [];
  let next = from;
  const start = () => {
    const count = Math.min(shard, patients - next);
    if (count <= 0) return;
    const result = simulate({ seed, first: next, count, horizonDays });
    result.catch(() => {});
    waiting.push(result);
    next += count;
  };
  try {
    for (let i = 0; i < (pool ? 2 * threads : 1); i += 1) start();
    while (waiting.length > 0 && !cohort.signal?.aborted) {
      const result = await waiting.shift()!;
      start();
      weeks = mergeWeekCounts(weeks, result.weeks);
      await cohort.onShard?.(result.patients);
      done += result.patients.count;
      cohort.onProgress?.(done);
      if (!pool) await new Promise((resolve) => setImmediate(resolve));
    }
  } finally {
    await pool?.destroy();
  }
  return { accepted: true, done, weeks };
}

function startPool(plan: Plan, behaviour: Behaviour, threads: number): Tinypool {
  const file = import.meta.url.endsWith('.ts') ? './cohort-worker.ts' : './cohort-worker.js';
  return new Tinypool({
    filename: new URL(file, import.meta.url).href,
    runtime: 'worker_threads',
    minThreads: threads,
    maxThreads: threads,
    workerData: { plan, behaviour },
  });
}
