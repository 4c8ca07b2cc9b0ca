import { figureCells } from '../../adapters/report/figure-cells.ts';
import { methodParts } from '../../adapters/report/method-parts.ts';
import type { PictureTable } from '../../adapters/report/picture.ts';
import { planePicture } from '../../adapters/report/pictures/plane-picture.ts';
import { retentionPicture } from '../../adapters/report/pictures/retention-picture.ts';
import type { ReportPart } from '../../adapters/report/report-part.ts';
import { amount, withInterval } from '../../adapters/report/shown.ts';
import { type ComparedFigure, compareStudies } from '../../simulation/experiment/compare-studies.ts';
import type { PreparedStudy } from '../../simulation/experiment/prepared-study.ts';
import { groupResult } from '../../simulation/results/cohort-result.ts';
import { Tally } from '../../simulation/results/tally.ts';
import type { Study } from '../../simulation/scenario/study.ts';
import { chosenFigures } from './chosen-figures.ts';
import { CliFailure } from './cli-failure.ts';
import { compareBeside } from './compare-beside.ts';
import { describeRun } from './describe-run.ts';
import { EXIT } from './exit-codes.ts';
import type { ExperimentOptions } from './experiment-options.ts';
import { isFolder } from './is-folder.ts';
import { loadStudy } from './load-study.ts';
import { makeFolder } from './make-folder.ts';
import { prepareStudy, setParameters } from './prepare-study.ts';
import { renderTable } from './render-table.ts';
import { writeExperiment } from './run-inputs.ts';
import { print, printJson, say } from './screen.ts';
import { simulateFigures } from './simulate-figures.ts';
import { readToldCohort } from './told-cohort.ts';
import { writeReport } from './write-report.ts';

/** Patients whose curves of retention are drawn. */
const DRAWN = 20_000;

/** Runs `stepwell compare`: two scenarios on the same random numbers, or what runs wrote into folders side by side. */
export async function runCompare(
  a: string,
  b: string,
  options: ExperimentOptions,
  folders: readonly string[],
): Promise<void> {
  const study = async (file: string) => setParameters(await loadStudy(file, folders), options.set ?? {});
  if (isFolder(a) && isFolder(b)) demandNothingToSimulate(options);
  const side = async (path: string) =>
    isFolder(path) ? { told: readToldCohort(path) } : { study: await study(path) };
  if (isFolder(a) || isFolder(b)) return compareBeside([await side(a), await side(b)], options);
  await compareTwo(await Promise.all([a, b].map(study)), options);
}

/** Two cohorts that were written are compared as they are: what says how to simulate says nothing of them. */
function demandNothingToSimulate({ patients, seed, set, replications }: ExperimentOptions): void {
  const given = Object.entries({ patients, seed, set, replications }).flatMap(([name, value]) =>
    value === undefined ? [] : [`--${name}`],
  );
  if (given.length > 0)
    throw new CliFailure(
      EXIT.usage,
      'usage',
      `${given.join(', ')}: nothing is simulated between two folders; leave it out, or name a scenario file`,
    );
}

/** Compares two studies as `stepwell compare` does. */
export async function compareTwo(studies: readonly Study[], options: ExperimentOptions): Promise<void> {
  if (options.out !== undefined) makeFolder(options.out);
  const [first, second] = studies.map(({ scenario }) => scenario) as [
    (typeof studies)[0]['scenario'],
    (typeof studies)[0]['scenario'],
  ];
  const prepared = await Promise.all(studies.map(prepareStudy));
  const run = {
    seed: options.seed ?? first.seed ?? 1,
    patients: options.patients ?? first.cohort.patients,
  };
  const replications = Math.max(2, options.replications ?? first.replications ?? 10);
  const figures = await simulateFigures(
    studies.map((study) => ({ study, values: {}, replications })),
    { ...run, threads: options.threads },
  );
  const compared = compareStudies(figures[0]!, figures[1]!);
  const names = chosenFigures(
    options.figures,
    compared.map(({ figure }) => figure),
  );
  const shown = names.map((name) => compared.find(({ figure }) => figure === name)!);
  const show = (value: number | null) => amount(value, 4);
  const table = {
    headings: [
      'Figure',
      first.id,
      second.id,
      'Difference (95 % interval, paired)',
      'Variance saved by pairing',
    ],
    rows: shown.map((one) => [
      ...[one.figure, show(one.a.value), show(one.b.value), withInterval(one.difference, show)],
      `${amount(one.difference.narrowing)} times`,
    ]),
  };
  if (options.out !== undefined) {
    const curves = prepared.map((study, i) => ({
      name: studies[i]!.scenario.id,
      result: curveOf(study, run.seed, Math.min(DRAWN, run.patients)),
    }));
    const points = figures[0]!.map((one, r) => ({
      effect: (figures[1]![r]!['completed'] ?? 0) - (one['completed'] ?? 0),
      cost: (figures[1]![r]!['cost.mean'] ?? 0) - (one['cost.mean'] ?? 0),
    }));
    const parts: ReportPart[] = [
      { kind: 'warning', text: 'A simulation: no patient of this report exists.' },
      { kind: 'table', title: 'Figures', table: inWords(first.id, second.id, shown) },
      { kind: 'picture', picture: retentionPicture(curves) },
    ];
    if (first.costs && second.costs)
      parts.push({
        kind: 'picture',
        picture: planePicture(first.id, second.id, first.costs.currency, points),
      });
    parts.push(
      ...methodParts(
        describeRun(studies, {
          ...run,
          aims: `How far the figures of ${second.id} differ from those of ${first.id}.`,
          logic: `Two scenarios, ${first.id} and ${second.id}, as their files have them.`,
          estimation: `${replications} pairs of cohorts of ${run.patients} patients on the same random numbers; differences with Student’s interval over pairs. Curves are of ${Math.min(DRAWN, run.patients)} patients.`,
        }),
      ),
    );
    const report = {
      title: `${second.title} against ${first.title}`,
      subtitle: `${replications} pairs of ${run.patients.toLocaleString('en-US')} simulated patients on the same random numbers, seed ${run.seed}.`,
      parts,
    };
    const note = await writeReport(options.out, report, options.png === true);
    if (note !== null) say(note);
  }
  const summary = { a: first.id, b: second.id, ...run, replications, figures: shown };
  if (options.out !== undefined)
    writeExperiment(options.out, { command: 'compare', studies, options: { ...options } }, summary);
  if (options.json) printJson(summary);
  else print(renderTable(table.headings, table.rows));
}

/** The figures of a comparison as a report tells them. */
function inWords(a: string, b: string, figures: readonly ComparedFigure[]): PictureTable {
  return {
    headings: ['Figure', a, b, 'Difference (95 % interval, paired)', 'Variance saved by pairing', 'Name'],
    rows: figures.map((one) => {
      const { words, name, show } = figureCells(one.figure);
      const saved = `${amount(one.difference.narrowing)} times`;
      return [words, show(one.a.value), show(one.b.value), withInterval(one.difference, show), saved, name];
    }),
  };
}

function curveOf(study: PreparedStudy, seed: number, patients: number) {
  const tally = new Tally(study.shape);
  tally.add(study.run(seed, 0, patients).patients);
  return groupResult(tally);
}
