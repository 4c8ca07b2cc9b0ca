import { figureEstimates } from '../../simulation/experiment/figure-estimates.ts';
import type { PreparedStudy } from '../../simulation/experiment/prepared-study.ts';
import { replicate } from '../../simulation/experiment/replicate.ts';
import type { CohortResult } from '../../simulation/results/cohort-result.ts';
import { CohortTally } from '../../simulation/results/cohort-tally.ts';
import { figuresOf } from '../../simulation/results/figures.ts';
import type { Study } from '../../simulation/scenario/study.ts';
import { clearCheckpoint, resumeCheckpoint, saveCheckpoint } from './cohort-checkpoint.ts';
import { loadStudy } from './load-study.ts';
import { openPatientFiles, type PatientFiles } from './patient-files.ts';
import { prepareStudy, setParameters } from './prepare-study.ts';
import { createProgressBar } from './progress-bar.ts';
import { renderCohort } from './render-cohort.ts';
import { print, printJson, say } from './screen.ts';
import type { SimulationOptions } from './simulation-options.ts';
import { type RunPlan, studyManifest } from './study-manifest.ts';
import { writeCohort } from './write-cohort.ts';

/** Patients simulated at once: the same for every run, so that its files are the same to the byte. */
const SHARD = 50_000;

type Options = SimulationOptions & {
  readonly csv?: boolean;
  readonly sqlite?: boolean;
  readonly events?: boolean;
};

/** Runs `stepwell simulate`. */
export async function runSimulate(file: string, options: Options, folders: readonly string[]): Promise<void> {
  const study = await setParameters(await loadStudy(file, folders), options.set ?? {});
  const { scenario } = study;
  const replications = options.replications ?? 1;
  const run: RunPlan = {
    command: 'simulate',
    patients: options.patients ?? scenario.cohort.patients,
    ...{ replications, seed: options.seed ?? scenario.seed ?? 1, shardSize: SHARD },
  };
  const prepared = await prepareStudy(study);
  const files = options.out === undefined ? null : openPatientFiles(options.out, options, prepared);
  const whole = await simulateShards(study, prepared, run, files);
  if (whole === null) return;
  const { seed, patients } = run;
  const repeated =
    replications > 1 ? figureEstimates(replicate(prepared, { seed, patients }, replications)) : null;
  const figures = figuresOf(whole.all);
  if (options.out !== undefined) {
    const note = await writeCohort(options.out, {
      ...{ study, result: whole, repeated, manifest: studyManifest(study, run, figures) },
      png: options.png === true,
      database: files?.database ?? null,
    });
    files?.close();
    clearCheckpoint(options.out);
    if (note !== null) say(note);
  }
  if (options.json) printJson({ scenario: scenario.id, ...run, figures, ...(repeated ? { repeated } : {}) });
  else print(renderCohort(scenario.title, whole, repeated));
}

/** Simulates shard after shard; null where somebody stopped it. */
async function simulateShards(
  study: Study,
  prepared: PreparedStudy,
  run: RunPlan,
  files: PatientFiles | null,
): Promise<CohortResult | null> {
  const tally = new CohortTally(prepared.shape);
  const key = JSON.stringify({ ...studyManifest(study, run, {}), files: files?.kinds ?? [] });
  let done = files?.resumable ? resumeCheckpoint(files.folder, key, tally) : 0;
  if (done > 0) say(`going on after ${done.toLocaleString('en-US')} patients that were finished before`);
  let stopped = false;
  const stop = () => {
    stopped = true;
  };
  process.once('SIGINT', stop);
  const bar = createProgressBar('patients', run.patients);
  try {
    while (done < run.patients && !stopped) {
      const count = Math.min(SHARD, run.patients - done);
      const shard = prepared.run(run.seed, done, count, files?.eventSink(done / SHARD));
      tally.add(shard);
      files?.write(done / SHARD, shard.patients);
      done += count;
      if (files?.resumable) saveCheckpoint(files.folder, key, done, tally);
      bar.at(done);
      await new Promise((resolve) => setImmediate(resolve));
    }
  } finally {
    bar.end();
    process.removeListener('SIGINT', stop);
  }
  if (!stopped || done >= run.patients) return tally.result();
  const goOn = files?.resumable ? '; the same command goes on from there' : '';
  say(
    `stopped after ${done.toLocaleString('en-US')} of ${run.patients.toLocaleString('en-US')} patients${goOn}`,
  );
  files?.close();
  process.exitCode = 130;
  return null;
}
