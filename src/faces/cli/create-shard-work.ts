import { prepareStudy } from '../../simulation/experiment/prepare-study.ts';
import type { PatientColumns } from '../../simulation/patient-columns.ts';
import { CohortTally, type CohortTallyState } from '../../simulation/results/cohort-tally.ts';
import type { Study } from '../../simulation/scenario/study.ts';
import { createShardFiles, type FileKinds } from './create-shard-files.ts';

/** What each thread of `stepwell simulate` begins with. */
export type ShardWork = {
  readonly study: Study;
  readonly seed: number;
  /** The folder that the shards are written into; null for none. */
  readonly folder: string | null;
  readonly kinds: FileKinds;
};

/** A shard to be simulated: its number, and its patients. */
export type ShardTask = { readonly shard: number; readonly first: number; readonly count: number };

/** What was counted of a shard; its patients where all of them go into one database. */
export type ShardDone = { readonly state: CohortTallyState; readonly patients: PatientColumns | null };

/** Makes the function that simulates a shard, counts it and writes its files. */
export function createShardWork({ study, seed, folder, kinds }: ShardWork): (task: ShardTask) => ShardDone {
  const prepared = prepareStudy(study);
  const files = folder === null ? null : createShardFiles(folder, kinds, prepared);
  return ({ shard, first, count }) => {
    const result = prepared.run(seed, first, count, files?.eventSink(shard));
    files?.write(shard, result.patients);
    const tally = new CohortTally(prepared.shape);
    tally.add(result);
    return { state: tally.state(), patients: kinds.sqlite ? result.patients : null };
  };
}
