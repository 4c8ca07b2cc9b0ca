import { poolData } from '../../adapters/workers/pool-data.ts';
import { createFiguresWork, type FiguresWork } from './create-figures-work.ts';

/** Simulates a replication in a thread of the pool. */
export const run = createFiguresWork(poolData() as FiguresWork);
