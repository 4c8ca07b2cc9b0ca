import type { Command as CliCommand } from 'commander';
import { addExample } from './add-example.ts';
import { type StoreOptions, withEngine } from './open-store.ts';
import { readMoment } from './read-moment.ts';
import { print, printJson } from './screen.ts';
import { addReadOptions } from './store-options.ts';

type HistoryOptions = StoreOptions & {
  readonly asOf?: string;
  readonly knownAt?: string;
  readonly json?: boolean;
};

/** Adds history. */
export function addHistoryCommand(program: CliCommand): void {
  const command = program
    .command('history <episode>')
    .summary('Show what happened, day by day, with all corrections')
    .description(
      'Show what happened, day by day, with who recorded it, what it changed, and all corrections.',
    )
    .option('--as-of <date>', 'as of this day')
    .option('--known-at <date|instant>', 'with what was known then')
    .action(async (episode: string, options: HistoryOptions) => {
      const moment = await readMoment(options);
      const entries = await withEngine(options, 'read', (engine) => engine.history(episode, moment));
      if (options.json) return printJson(entries);
      const { renderHistory } = await import('./render-history.ts');
      print(renderHistory(entries));
    });
  addReadOptions(command);
  addExample(command, 'stepwell history e-1', 'stepwell history e-1 --known-at 2026-03-05');
}
