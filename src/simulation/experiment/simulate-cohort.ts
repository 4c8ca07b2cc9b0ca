import type { CohortResult } from '../results/cohort-result.ts';
import { CohortTally } from '../results/cohort-tally.ts';
import type { PreparedStudy } from './prepared-study.ts';
import type { CohortRun } from './run-cohort-figures.ts';

/** Patients simulated at once; memory holds so many, whatever the cohort. */
const SHARD = 50_000;

/**
 * Simulates a cohort in this thread, and gives all of its results. The same seed gives the same numbers.
 *
 * ```ts
 * simulateCohort(prepareKernel(study), { patients: 20_000, seed: 7 }).all.completed
 * //=> { value: 0.31, low: 0.30, high: 0.32 }
 * ```
 */
export function simulateCohort(study: PreparedStudy, run: CohortRun): CohortResult {
  const tally = new CohortTally(study.shape);
  const from = (run.replication ?? 0) * run.patients;
  for (let done = 0; done < run.patients; done += SHARD)
    tally.add(study.run(run.seed, from + done, Math.min(SHARD, run.patients - done)));
  return tally.result();
}
