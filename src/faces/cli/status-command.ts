import type { Command as CliCommand } from 'commander';
import { addExample } from './add-example.ts';
import { type StoreOptions, withEngine } from './open-store.ts';
import { readMoment } from './read-moment.ts';
import { print, printJson } from './screen.ts';
import { addReadOptions } from './store-options.ts';

type StatusOptions = StoreOptions & {
  readonly asOf?: string;
  readonly knownAt?: string;
  readonly json?: boolean;
};

/** Adds status. */
export function addStatusCommand(program: CliCommand): void {
  const command = program
    .command('status <episode>')
    .summary('Show where a patient stands, and why')
    .description(
      'Show where a patient stands, and why: phase, tracks, monitors, tests, the next gate, what is due.',
    )
    .option('--as-of <date>', 'as of this day')
    .option('--known-at <date|instant>', 'with what was known then')
    .action(async (episode: string, options: StatusOptions) => {
      const moment = await readMoment(options);
      const status = await withEngine(options, 'read', (engine) => engine.status(episode, moment));
      if (options.json) return printJson(status);
      const { renderStatus } = await import('./render-status.ts');
      print(renderStatus(status));
    });
  addReadOptions(command);
  addExample(command, 'stepwell status e-1', 'stepwell status e-1 --as-of 2026-03-02 --known-at 2026-03-05');
}
