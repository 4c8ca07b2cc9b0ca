import { access, constants } from 'node:fs/promises';
import { applyAtOnce, applyEachLine, validateLines } from './apply-lines.ts';
import { CliFailure } from './cli-failure.ts';
import { EXIT } from './exit-codes.ts';
import type { LineReport } from './line-report.ts';
import { type StoreOptions, withEngine } from './open-store.ts';
import { createProgress } from './progress.ts';
import { readCommands } from './read-commands.ts';
import { renderLineReport } from './render-line-report.ts';
import { print } from './screen.ts';

/** The options of apply. */
export type ApplyOptions = StoreOptions & {
  readonly validateOnly?: boolean;
  readonly atomic?: boolean;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly key?: string;
};

type Results = Record<LineReport['result'], number>;

/** Carries out a file of commands as the options of apply say, prints what became of each line, and sets the exit code. */
export async function runApply(file: string, options: ApplyOptions): Promise<void> {
  if (options.validateOnly && options.atomic) {
    throw new CliFailure(EXIT.usage, 'usage', '--validate-only writes nothing; leave out --atomic');
  }
  if (options.key !== undefined && !options.atomic) {
    throw new CliFailure(
      EXIT.usage,
      'usage',
      '--key is for --atomic; without it each line has its own "key"',
    );
  }
  const results: Results = { accepted: 0, refused: 0, invalid: 0, failed: 0, 'not-tried': 0 };
  let repeated = 0;
  const tell = (report: LineReport) => {
    results[report.result] += 1;
    if (report.repeated) repeated += 1;
    if (options.quiet && report.result === 'accepted') return;
    if (options.json) print(JSON.stringify(report));
    else print(renderLineReport(file, report));
  };
  if (file !== '-') await access(file, constants.R_OK);
  if (options.validateOnly || options.atomic) {
    const commands = await readCommands(file);
    const use = options.validateOnly ? 'try' : 'create';
    const reports = await withEngine(options, use, (engine) =>
      options.validateOnly ? validateLines(engine, commands) : applyAtOnce(engine, commands, options.key),
    );
    reports.forEach(tell);
  } else {
    await withEngine(options, 'create', async (engine) => {
      const progress = createProgress('lines');
      for await (const report of applyEachLine(engine, file)) {
        progress.step();
        tell(report);
      }
      progress.end();
    });
  }
  printSummary(results, options.validateOnly ? 0 : results.accepted - repeated, options.json === true);
  if (results.failed > 0) process.exitCode = EXIT.store;
  else if (results.invalid > 0) process.exitCode = EXIT.invalidFile;
  else if (results.refused + results['not-tried'] > 0) process.exitCode = EXIT.refused;
}

function printSummary(results: Results, written: number, json: boolean): void {
  if (json) {
    print(JSON.stringify({ summary: { ...results, written } }));
    return;
  }
  const parts = Object.entries(results).filter(([result, count]) => count > 0 || result === 'accepted');
  const text = parts.map(([result, count]) => `${count} ${result.replace('-', ' ')}`).join(', ');
  print(`${text}; ${written === 0 ? 'nothing' : written} written`);
}
