import { createSweeper } from '../../adapters/workers/create-sweeper.ts';
import { openTaskPool } from '../../adapters/workers/open-task-pool.ts';
import type { CohortResult } from '../../simulation/results/cohort-result.ts';
import type { CohortShape } from '../../simulation/results/cohort-shape.ts';
import { CohortTally } from '../../simulation/results/cohort-tally.ts';
import type { Study } from '../../simulation/scenario/study.ts';
import { patientTable } from '../../simulation/tables/patient-table.ts';
import { resumeCheckpoint, saveCheckpoint } from './cohort-checkpoint.ts';
import { createShardWork, type ShardDone, type ShardTask, type ShardWork } from './create-shard-work.ts';
import type { PatientFiles } from './patient-files.ts';
import { createProgressBar } from './progress-bar.ts';
import { say } from './screen.ts';
import { type RunPlan, studyManifest } from './study-manifest.ts';

/** A cohort that is simulated shard by shard, and where it is written; `files` is null for nowhere. */
export type ShardedRun = {
  readonly study: Study;
  readonly shape: CohortShape;
  readonly run: RunPlan;
  readonly files: PatientFiles | null;
  readonly threads: number | undefined;
};

/**
 * Simulates the shards of a cohort on several threads, with a progress bar, and goes on from the last one that was finished
 * before. Null where somebody stopped it.
 */
export async function simulateShards({
  study,
  shape,
  run,
  files,
  threads,
}: ShardedRun): Promise<CohortResult | null> {
  const { patients, seed, shardSize } = run;
  const tally = new CohortTally(shape);
  const key = JSON.stringify({ ...studyManifest(study, run, {}), files: files?.wanted ?? [] });
  const before = files?.resumable ? resumeCheckpoint(files.folder, key, tally) : 0;
  if (before > 0) say(`going on after ${before.toLocaleString('en-US')} patients that were finished before`);
  else files?.begin();
  const abort = new AbortController();
  const stop = () => abort.abort();
  process.once('SIGINT', stop);
  const bar = createProgressBar('patients', patients);
  bar.at(before);
  const end = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const pool = openTaskPool<ShardWork, ShardTask, ShardDone>(
    {
      file: new URL(`./shard-worker.${end}`, import.meta.url),
      data: { study, seed, folder: files?.folder ?? null, kinds: files?.kinds ?? {} },
      here: createShardWork,
      ...(threads === undefined ? {} : { threads }),
    },
    Math.ceil((patients - before) / shardSize),
  );
  function* tasks(): Generator<ShardTask> {
    for (let first = before; first < patients; first += shardSize)
      yield { shard: first / shardSize, first, count: Math.min(shardSize, patients - first) };
  }
  const sweep = createSweeper();
  let done = before;
  try {
    await pool.run(
      tasks(),
      ({ state, patients: rows }, { count }) => {
        tally.restore(state);
        if (rows !== null) files?.database?.write(patientTable(rows, shape));
        done += count;
        if (files?.resumable) saveCheckpoint(files.folder, key, done, tally);
        bar.at(done);
        sweep();
      },
      abort.signal,
    );
  } finally {
    bar.end();
    process.removeListener('SIGINT', stop);
    await pool.close();
  }
  if (done >= patients) return tally.result();
  const goOn = files?.resumable ? '; the same command goes on from there' : '';
  say(`stopped after ${done.toLocaleString('en-US')} of ${patients.toLocaleString('en-US')} patients${goOn}`);
  process.exitCode = 130;
  return null;
}
