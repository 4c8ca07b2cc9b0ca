import { figureCells } from '../../adapters/report/figure-cells.ts';
import { methodParts } from '../../adapters/report/method-parts.ts';
import { tornadoPicture } from '../../adapters/report/pictures/tornado-picture.ts';
import { amount } from '../../adapters/report/shown.ts';
import { valuesOf } from '../../simulation/experiment/figure-estimates.ts';
import { oneWayBars, oneWaySets } from '../../simulation/experiment/one-way-sensitivity.ts';
import { probabilisticSets } from '../../simulation/experiment/probabilistic-sets.ts';
import type { Study } from '../../simulation/scenario/study.ts';
import { chosenFigures } from './chosen-figures.ts';
import { CliFailure } from './cli-failure.ts';
import { describeRun } from './describe-run.ts';
import { EXIT } from './exit-codes.ts';
import type { ExperimentOptions } from './experiment-options.ts';
import { loadStudy } from './load-study.ts';
import { makeFolder } from './make-folder.ts';
import { setParameters } from './prepare-study.ts';
import { renderTable } from './render-table.ts';
import { writeExperiment } from './run-inputs.ts';
import { bold, print, printJson, say } from './screen.ts';
import { sweepOnThreads } from './sweep-on-threads.ts';
import { writeReport } from './write-report.ts';

/** Runs `stepwell sensitivity`: one parameter at a time, and all at once. */
export async function runSensitivity(
  file: string,
  options: ExperimentOptions,
  folders: readonly string[],
): Promise<void> {
  const study = await setParameters(await loadStudy(file, folders), options.set ?? {});
  if (Object.keys(study.scenario.parameters ?? {}).length === 0)
    throw new CliFailure(EXIT.usage, 'usage', `${file} declares no parameters that could be varied`);
  await sensitivityOf(study, options);
}

/** Tells the sensitivity of a study as `stepwell sensitivity` does. */
export async function sensitivityOf(study: Study, options: ExperimentOptions): Promise<void> {
  if (options.out !== undefined) makeFolder(options.out);
  const { scenario } = study;
  const seed = options.seed ?? scenario.seed ?? 1;
  const run = { seed, patients: options.patients ?? scenario.cohort.patients };
  const replications = options.replications ?? 1;
  const [single, together] = [oneWaySets(study), probabilisticSets(study, options.draws ?? 100, seed)];
  const on = { ...run, threads: options.threads };
  const rows = await sweepOnThreads(study, single, { ...on, replications });
  const drawn = await sweepOnThreads(study, together, { ...on, replications: 1 });
  const draws = drawn.map(({ replications: [figures] }) => figures!);
  const known = Object.keys(rows[0]!.replications[0]!).filter(
    (name) => oneWayBars(study, rows, name) !== null,
  );
  const found = chosenFigures(options.figures, known).map((figure) => {
    const values = valuesOf(draws, figure)?.sort((a, b) => a - b) ?? null;
    const at = (share: number) => values?.[Math.round(share * (values.length - 1))] ?? null;
    const spread =
      values === null || values.length === 0 ? null : { low: at(0.025), median: at(0.5), high: at(0.975) };
    return { figure, ...oneWayBars(study, rows, figure)!, together: spread };
  });
  if (options.out !== undefined) {
    const report = {
      title: `${scenario.title}: sensitivity`,
      subtitle: `${run.patients.toLocaleString('en-US')} simulated patients at each of ${single.length} points, and ${together.length} draws of all parameters at once, seed ${seed}.`,
      parts: [
        { kind: 'warning', text: 'A simulation: no patient of this report exists.' } as const,
        ...found.map(
          ({ figure, base, bars }) =>
            ({ kind: 'picture', picture: tornadoPicture(figure, base, bars) }) as const,
        ),
        {
          kind: 'table',
          title: 'All parameters drawn at once',
          table: {
            headings: ['Figure', 'As it is', '2.5 %', 'Median', '97.5 %', 'Name'],
            rows: found.map(({ figure, base, together: spread }) => {
              const { words, name, show } = figureCells(figure);
              const drawnAt = [spread?.low, spread?.median, spread?.high].map((value) => show(value ?? null));
              return [words, show(base), ...drawnAt, name];
            }),
          },
        } as const,
        ...methodParts(
          describeRun([study], {
            ...run,
            aims: `Which parameters move ${found.map(({ figure }) => figure).join(', ')}.`,
            logic: `Each of ${Object.keys(scenario.parameters ?? {}).join(', ')} at its low and its high value while the others stay, and ${together.length} draws of all from their distributions.`,
            estimation: `${replications} replication(s) of ${run.patients} patients at each point, 1 at each draw; quantiles over draws.`,
          }),
        ),
      ],
    };
    const note = await writeReport(options.out, report, options.png === true);
    if (note !== null) say(note);
  }
  const summary = { scenario: scenario.id, ...run, replications, draws: together.length, figures: found };
  if (options.out !== undefined)
    writeExperiment(
      options.out,
      { command: 'sensitivity', studies: [study], options: { ...options } },
      summary,
    );
  if (options.json) return printJson(summary);
  for (const { figure, base, bars, together: spread } of found) {
    const sorted = [...bars].sort((a, b) => Math.abs(b.atHigh - b.atLow) - Math.abs(a.atHigh - a.atLow));
    const all = spread === null ? '' : `; all at once ${amount(spread.low, 4)} to ${amount(spread.high, 4)}`;
    print(`${bold(figure)} ${amount(base, 4)}${all}`);
    print(
      renderTable(
        ['Parameter', 'Low', 'High', 'At low', 'At high'],
        sorted.map((one) => [one.parameter, one.low, one.high, amount(one.atLow, 4), amount(one.atHigh, 4)]),
      ),
    );
  }
}
