import { clinicFigures } from '../../simulation/capacity/clinic-figures.ts';
import { simulateClinic } from '../../simulation/capacity/simulate-clinic.ts';
import { figureEstimates } from '../../simulation/experiment/figure-estimates.ts';
import { figuresOf } from '../../simulation/results/figures.ts';
import { CliFailure } from './cli-failure.ts';
import { clearCheckpoint } from './cohort-checkpoint.ts';
import type { FileKinds } from './create-shard-files.ts';
import { EXIT } from './exit-codes.ts';
import { loadStudy } from './load-study.ts';
import { openPatientFiles } from './patient-files.ts';
import { prepareStudy, setParameters } from './prepare-study.ts';
import { renderClinic } from './render-clinic.ts';
import { renderCohort } from './render-cohort.ts';
import { print, printJson, say } from './screen.ts';
import { simulateFigures } from './simulate-figures.ts';
import { simulateShards } from './simulate-shards.ts';
import type { SimulationOptions } from './simulation-options.ts';
import { type RunPlan, studyManifest } from './study-manifest.ts';
import { writeCohort } from './write-cohort.ts';

/** Patients simulated at once, by execution: the same for every run, so that its files are the same to the byte. */
const SHARD = { kernel: 50_000, machine: 250 };

type Options = SimulationOptions & FileKinds;

/** Runs `stepwell simulate`. */
export async function runSimulate(file: string, options: Options, folders: readonly string[]): Promise<void> {
  const study = await setParameters(await loadStudy(file, folders), options.set ?? {});
  const { scenario } = study;
  const replications = options.replications ?? 1;
  const prepared = await prepareStudy(study);
  const run: RunPlan = {
    command: 'simulate',
    patients: options.patients ?? scenario.cohort.patients,
    ...{ replications, seed: options.seed ?? scenario.seed ?? 1, shardSize: SHARD[prepared.execution] },
  };
  if (options.events && prepared.execution === 'machine')
    throw new CliFailure(EXIT.usage, 'usage', 'events in columns are told by a kernel alone');
  const files = options.out === undefined ? null : openPatientFiles(options.out, options);
  const whole = await simulateShards({ study, shape: prepared.shape, run, files, threads: options.threads });
  if (whole === null) return;
  const { seed, patients } = run;
  const repeated =
    replications > 1
      ? figureEstimates(
          (
            await simulateFigures([{ study, values: {}, replications }], {
              ...{ seed, patients, threads: options.threads },
            })
          )[0]!,
        )
      : null;
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
