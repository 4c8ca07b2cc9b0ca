import { carryFailure } from '../../adapters/workers/carry-failure.ts';
import { poolData } from '../../adapters/workers/pool-data.ts';
import { createShardWork, type ShardWork } from './create-shard-work.ts';

/** Simulates a shard in a thread of the pool. */
export const run = carryFailure(createShardWork(poolData() as ShardWork));
