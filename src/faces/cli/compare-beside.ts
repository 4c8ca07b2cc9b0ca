import { besideParts } from '../../adapters/report/beside-parts.ts';
import { methodParts } from '../../adapters/report/method-parts.ts';
import type { ReportPart } from '../../adapters/report/report-part.ts';
import { amount, withInterval } from '../../adapters/report/shown.ts';
import { compareCohorts } from '../../simulation/results/compare-cohorts.ts';
import type { Study } from '../../simulation/scenario/study.ts';
import { chosenFigures } from './chosen-figures.ts';
import type { ComparedSide } from './compared-side.ts';
import { describeRun } from './describe-run.ts';
import type { ExperimentOptions } from './experiment-options.ts';
import { makeFolder } from './make-folder.ts';
import { prepareStudy } from './prepare-study.ts';
import { renderTable } from './render-table.ts';
import { writeExperiment } from './run-inputs.ts';
import { print, printJson, say } from './screen.ts';
import { simulateShards } from './simulate-shards.ts';
import { besideCohort, isReal, type ToldCohort } from './told-cohort.ts';
import { writeReport } from './write-report.ts';

/** Patients simulated at once. */
const SHARD = 50_000;

/**
 * Sets two cohorts side by side of which at least one was written by `simulate` or `observe`: real patients and simulated ones, two clinics, or two runs.
 * They have no random numbers in common, so that the interval of a difference is made of those of both.
 */
export async function compareBeside(
  sides: readonly [ComparedSide, ComparedSide],
  options: ExperimentOptions,
): Promise<void> {
  if (options.out !== undefined) makeFolder(options.out);
  const cohorts: ToldCohort[] = [];
  for (const side of sides) {
    const cohort = 'told' in side ? side.told : await simulated(side.study, options);
    if (cohort === null) return;
    cohorts.push(cohort);
  }
  const [a, b] = apart(cohorts.map(besideCohort));
  const compared = compareCohorts(a!, b!);
  const names = chosenFigures(
    options.figures,
    compared.map(({ figure }) => figure),
  );
  const shown = names.map((name) => compared.find(({ figure }) => figure === name)!);
  const summary = { a: a!.name, b: b!.name, paired: false, figures: shown };
  if (options.out !== undefined) {
    const studies = sides.flatMap((side) => ('study' in side ? [side.study] : []));
    const report = {
      title: `${b!.name} beside ${a!.name}`,
      subtitle: [a!, b!].map(({ name, all }) => `${amount(all.patients, 0)} patients: ${name}`).join('; '),
      parts: [about(cohorts.filter(isReal).length), ...besideParts(a!, b!), ...methodOf(studies, options)],
    };
    const note = await writeReport(options.out, report, options.png === true);
    if (note !== null) say(note);
    const inputs = { command: 'compare', studies, sides, options: { ...options } } as const;
    writeExperiment(options.out, inputs, summary);
  }
  if (options.json) return printJson(summary);
  const show = (value: number | null) => amount(value, 4);
  print(
    renderTable(
      ['Figure', a!.name, b!.name, 'Difference (95 % interval)'],
      shown.map((one) => [
        one.figure,
        ...[one.a, one.b, one.difference].map((estimate) => withInterval(estimate, show)),
      ]),
    ),
  );
}

/** How the side that was simulated here was made; nothing where both were read. */
function methodOf(studies: readonly Study[], options: ExperimentOptions): ReportPart[] {
  const [study] = studies;
  if (study === undefined) return [];
  const { scenario } = study;
  const patients = options.patients ?? scenario.cohort.patients;
  return methodParts(
    describeRun(studies, {
      ...{ patients, seed: options.seed ?? scenario.seed ?? 1 },
      aims: `How far the scenario ${scenario.id} is from the cohort beside it.`,
      logic: 'One scenario, as it is.',
      estimation: `One cohort of ${patients} patients; differences with an interval made of those of both sides (Newcombe’s method).`,
    }),
  );
}

/** A study as a cohort; null where somebody stopped it. */
async function simulated(study: Study, options: ExperimentOptions): Promise<ToldCohort | null> {
  const { scenario } = study;
  const prepared = await prepareStudy(study);
  const run = {
    ...{ command: 'compare', patients: options.patients ?? scenario.cohort.patients, replications: 1 },
    ...{ seed: options.seed ?? scenario.seed ?? 1, shardSize: SHARD },
  };
  const { shape } = prepared;
  const result = await simulateShards({ study, shape, run, files: null, threads: options.threads });
  return result === null ? null : { scenario: scenario.id, ...result };
}

/** Two of one name are told apart by a number. */
function apart<T extends { readonly name: string }>(cohorts: readonly T[]): T[] {
  const [first, second] = cohorts;
  if (first!.name !== second!.name) return [...cohorts];
  return cohorts.map((cohort, index) => ({ ...cohort, name: `${cohort.name} ${index + 1}` }));
}

function about(real: number): ReportPart {
  const text = [
    'A simulation: no patient of this report exists.',
    'Real patients beside simulated ones. The real ones are de-identified, in groups of at least 11 who have the mean of their group, of which intervals do not know.',
    'Real patients, de-identified: in groups of at least 11 who have the mean of their group, of which intervals do not know.',
  ][real]!;
  return { kind: 'warning', text };
}
