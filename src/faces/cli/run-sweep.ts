import { figureCells } from '../../adapters/report/figure-cells.ts';
import { methodParts } from '../../adapters/report/method-parts.ts';
import { sweepPicture } from '../../adapters/report/pictures/sweep-picture.ts';
import type { ReportPart } from '../../adapters/report/report-part.ts';
import { amount, withInterval } from '../../adapters/report/shown.ts';
import { figureEstimates } from '../../simulation/experiment/figure-estimates.ts';
import type { SweepRow } from '../../simulation/experiment/sweep-study.ts';
import { latinHypercube } from '../../simulation/scenario/latin-hypercube.ts';
import type { Study } from '../../simulation/scenario/study.ts';
import { valueGrid } from '../../simulation/scenario/value-grid.ts';
import type { ParameterValues } from '../../simulation/scenario/with-parameters.ts';
import { chosenFigures } from './chosen-figures.ts';
import { describeRun } from './describe-run.ts';
import type { ExperimentOptions } from './experiment-options.ts';
import { loadStudy } from './load-study.ts';
import { makeFolder } from './make-folder.ts';
import { setParameters, withUsage } from './prepare-study.ts';
import { renderTable } from './render-table.ts';
import { writeExperiment } from './run-inputs.ts';
import { print, printJson, say } from './screen.ts';
import { sweepOnThreads } from './sweep-on-threads.ts';
import { writeReport } from './write-report.ts';

/** Runs `stepwell sweep`. */
export async function runSweep(
  file: string,
  options: ExperimentOptions,
  folders: readonly string[],
): Promise<void> {
  await sweepOf(await setParameters(await loadStudy(file, folders), options.set ?? {}), options);
}

/** Sweeps over parameters of a study as `stepwell sweep` does. */
export async function sweepOf(study: Study, options: ExperimentOptions): Promise<void> {
  if (options.out !== undefined) makeFolder(options.out);
  const { scenario } = study;
  const seed = options.seed ?? scenario.seed ?? 1;
  const sets = withUsage(() => setsOf(options, seed));
  const run = { seed, patients: options.patients ?? scenario.cohort.patients };
  const replications = options.replications ?? scenario.replications ?? 10;
  const rows = await sweepOnThreads(study, sets, { ...run, replications, threads: options.threads });
  const means = rows.map((row) => figureEstimates(row.replications));
  const known = Object.keys(means[0] ?? {}).filter((name) => means.every((one) => name in one));
  const figures = chosenFigures(options.figures, known);
  const names = Object.keys(options.vary ?? {});
  const summary = {
    ...{ scenario: scenario.id, ...run, replications },
    points: rows.map(({ values }, i) => ({
      values,
      figures: Object.fromEntries(figures.map((name) => [name, means[i]![name]])),
    })),
  };
  if (options.out !== undefined) {
    const method = methodParts(
      describeRun([study], {
        ...run,
        aims: `How ${figures.join(', ')} answer to ${names.join(', ')}.`,
        logic: `${names.join(', ')} at ${rows.length} points${options.latin === undefined ? '' : ' of a Latin hypercube'}, all else as it is.`,
        estimation: `${replications} replication(s) of ${run.patients} patients at each point, on the same random numbers; means with Student’s interval over replications.`,
      }),
    );
    await write(options, scenario.title, rows, names, figures, run.patients, method);
    writeExperiment(options.out, { command: 'sweep', studies: [study], options: { ...options } }, summary);
  }
  if (options.json) return printJson(summary);
  const show = (value: number | null) => amount(value, 4);
  print(
    renderTable(
      [...names, ...figures],
      rows.map(({ values }, i) => [
        ...names.map((name) => amount(values[name]!, 4)),
        ...figures.map((name) => withInterval(means[i]![name]!, show)),
      ]),
    ),
  );
}

function setsOf({ vary = {}, latin }: ExperimentOptions, seed: number): ParameterValues[] {
  const grids = Object.entries(vary).map(([name, text]) => ({ name, values: valueGrid(text) }));
  if (latin !== undefined)
    return latinHypercube(latin, grids.length, seed).map((point) =>
      Object.fromEntries(
        grids.map(({ name, values }, axis) => {
          const [low, high] = [Math.min(...values), Math.max(...values)];
          return [name, low + point[axis]! * (high - low)];
        }),
      ),
    );
  return grids.reduce<ParameterValues[]>(
    (sets, { name, values }) => sets.flatMap((set) => values.map((value) => ({ ...set, [name]: value }))),
    [{}],
  );
}

async function write(
  options: ExperimentOptions,
  title: string,
  rows: readonly SweepRow[],
  names: readonly string[],
  figures: readonly string[],
  patients: number,
  method: readonly ReportPart[],
): Promise<void> {
  const [name = '', ...others] = names;
  const means = rows.map((row) => figureEstimates(row.replications));
  const parts = figures.map((figure) =>
    others.length === 0
      ? ({
          kind: 'picture',
          picture: sweepPicture(
            name,
            figure,
            rows.map(({ values }, i) => ({ at: values[name]!, ...means[i]![figure]! })),
          ),
        } as const)
      : ({
          kind: 'table',
          title: figureCells(figure).words,
          table: {
            headings: [...names, figure],
            rows: rows.map(({ values }, i) => [
              ...names.map((one) => values[one]!),
              withInterval(means[i]![figure]!, figureCells(figure).show),
            ]),
          },
        } as const),
  );
  const report = {
    title: `${title}: ${names.join(', ')}`,
    subtitle: `${rows[0]?.replications.length ?? 0} replications of ${patients.toLocaleString('en-US')} simulated patients at each point, on the same random numbers.`,
    parts: [
      { kind: 'warning', text: 'A simulation: no patient of this report exists.' } as const,
      ...parts,
      ...method,
    ],
  };
  const note = await writeReport(options.out!, report, options.png === true);
  if (note !== null) say(note);
}
