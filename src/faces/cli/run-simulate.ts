import { clinicFigures } from '../../simulation/capacity/clinic-figures.ts';
import { simulateClinic } from '../../simulation/capacity/simulate-clinic.ts';
import { figureEstimates } from '../../simulation/experiment/figure-estimates.ts';
import type { PreparedStudy } from '../../simulation/experiment/prepared-study.ts';
import type { Precision } from '../../simulation/experiment/replicate.ts';
import { type Figures, figuresOf } from '../../simulation/results/figures.ts';
import type { Study } from '../../simulation/scenario/study.ts';
import { CliFailure } from './cli-failure.ts';
import { clearCheckpoint } from './cohort-checkpoint.ts';
import type { FileKinds } from './create-shard-files.ts';
import { EXIT } from './exit-codes.ts';
import { loadStudy } from './load-study.ts';
import { openPatientFiles, type PatientFiles } from './patient-files.ts';
import { prepareStudy, setParameters } from './prepare-study.ts';
import { renderClinic } from './render-clinic.ts';
import { renderCohort } from './render-cohort.ts';
import { repeatUntil } from './repeat-until.ts';
import { writeInputs } from './run-inputs.ts';
import { print, printJson, say } from './screen.ts';
import { simulateFigures } from './simulate-figures.ts';
import { simulateShards } from './simulate-shards.ts';
import type { SimulationOptions } from './simulation-options.ts';
import { type RunPlan, studyManifest } from './study-manifest.ts';
import { writeCohort } from './write-cohort.ts';

/** Patients simulated at once, by execution: the same for every run, so that its files are the same to the byte. */
const SHARD = { kernel: 50_000, machine: 250 };

/** Options of `stepwell simulate`. */
export type SimulateOptions = SimulationOptions &
  FileKinds & { readonly until?: Pick<Precision, 'figure' | 'halfWidth'> };

/** Runs `stepwell simulate`. */
export async function runSimulate(
  file: string,
  options: SimulateOptions,
  folders: readonly string[],
): Promise<void> {
  await simulateStudy(await setParameters(await loadStudy(file, folders), options.set ?? {}), options);
}

/** Simulates a study as `stepwell simulate` does, tells what came of it, and writes it where a folder is given. */
export async function simulateStudy(study: Study, options: SimulateOptions): Promise<void> {
  const { scenario } = study;
  const prepared = await prepareStudy(study);
  const planned: RunPlan = {
    command: 'simulate',
    patients: options.patients ?? scenario.cohort.patients,
    replications: options.until === undefined ? (options.replications ?? 1) : 1,
    ...{ seed: options.seed ?? scenario.seed ?? 1, shardSize: SHARD[prepared.execution] },
  };
  if (options.events && prepared.whyNoEvents !== null)
    throw new CliFailure(EXIT.usage, 'usage', `--events: ${prepared.whyNoEvents}`);
  const files = options.out === undefined ? null : openPatientFiles(options.out, options);
  try {
    await simulateInto(files, study, prepared, planned, options);
  } finally {
    files?.stop();
  }
}

async function simulateInto(
  files: PatientFiles | null,
  study: Study,
  prepared: PreparedStudy,
  planned: RunPlan,
  options: SimulateOptions,
): Promise<void> {
  const { scenario } = study;
  const whole = await simulateShards({
    study,
    shape: prepared.shape,
    run: planned,
    files,
    threads: options.threads,
  });
  if (whole === null) return;
  const replications = await repeat(study, planned, options);
  const run: RunPlan = {
    ...{ ...planned, replications: Math.max(1, replications.length) },
    ...(options.until ? { until: options.until } : {}),
  };
  const repeated = replications.length > 1 ? figureEstimates(replications) : null;
  const clinic =
    prepared.clinic === undefined ? null : simulateClinic(prepared, prepared.clinic, { seed: run.seed });
  const figures = { ...figuresOf(whole.all), ...(clinic ? clinicFigures(clinic) : {}) };
  if (options.out !== undefined) {
    const note = await writeCohort(options.out, {
      ...{ study, result: whole, repeated, clinic, manifest: studyManifest(study, run, figures) },
      png: options.png === true,
      database: files?.database ?? null,
    });
    files?.close();
    writeInputs(options.out, 'simulate', [study], options);
    clearCheckpoint(options.out);
    if (note !== null) say(note);
  }
  if (options.json)
    printJson({
      scenario: scenario.id,
      ...run,
      execution: prepared.execution,
      figures,
      ...(repeated ? { repeated } : {}),
    });
  else {
    print(renderCohort(scenario.title, whole, repeated));
    if (clinic !== null) print(renderClinic(clinic));
  }
}

/** The figures of each replication, as many as asked for or as a precision takes; none where one run is enough. */
async function repeat(study: Study, run: RunPlan, options: SimulateOptions): Promise<readonly Figures[]> {
  const on = { seed: run.seed, patients: run.patients, threads: options.threads };
  if (options.until === undefined) {
    const { replications } = run;
    return replications > 1 ? (await simulateFigures([{ study, values: {}, replications }], on))[0]! : [];
  }
  const wish = { ...options.until, atMost: Math.max(2, options.replications ?? 200) };
  const { replications, reached } = await repeatUntil(study, wish, on);
  if (!reached)
    say(
      `${replications.length} replications do not make ${wish.figure} as precise as ${wish.halfWidth}: allow more, or more patients`,
    );
  return replications;
}
