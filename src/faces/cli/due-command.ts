import type { Command as CliCommand } from 'commander';
import type { DueQuery } from '../../engine/due-row.ts';
import { addExample } from './add-example.ts';
import { checkDate } from './check-moment.ts';
import { type StoreOptions, withEngine } from './open-store.ts';
import { wholeNumber } from './option-values.ts';
import { print, printJson } from './screen.ts';
import { addReadOptions } from './store-options.ts';

type DueOptions = StoreOptions &
  Omit<DueQuery, 'work' | 'role'> & {
    readonly for?: string;
    readonly all?: boolean;
    readonly json?: boolean;
  };

/** Adds due. */
export function addDueCommand(program: CliCommand): void {
  const command = program
    .command('due')
    .summary('List what is due, earliest first')
    .description('List the work that is due, earliest first: tasks, tests, reviews, returns from leave.')
    .option('--up-to <date>', 'only what is due up to this day')
    .option('--counselor <name>', 'only for the patients of this counselor')
    .option('--episode <episode>', 'only for this episode')
    .option('--for <role>', 'only what this role has to do')
    .option('--all', 'also the days on which only the clock has something to look at')
    .option('--limit <n>', 'at most so many', wholeNumber)
    .action(async (options: DueOptions) => {
      const upTo = await checkDate(options.upTo, '--up-to');
      const { counselor, episode, limit } = options;
      const given = {
        upTo,
        counselor,
        episode,
        limit,
        role: options.for,
        work: options.all ? 'all' : 'only',
      };
      const query = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
      const rows = await withEngine(options, 'read', (engine) => engine.due(query as DueQuery));
      if (options.json) return printJson(rows);
      const { renderDue } = await import('./render-due.ts');
      print(renderDue(rows));
    });
  addReadOptions(command);
  addExample(command, 'stepwell due --up-to 2026-03-06 --counselor kim');
}
