import { type CohortWork, createCohortWork } from './create-cohort-work.ts';
import { poolData } from './pool-data.ts';

/** Simulates one shard in a worker of the pool; the kernel is compiled once for each worker. */
export const run = createCohortWork(poolData() as CohortWork);
