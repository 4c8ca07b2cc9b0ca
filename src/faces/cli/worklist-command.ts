import type { Command as CliCommand } from 'commander';
import type { WorklistQuery } from '../../engine/worklists/worklist-row.ts';
import { addExample } from './add-example.ts';
import { type StoreOptions, withEngine } from './open-store.ts';
import { wholeNumber } from './option-values.ts';
import { print, printJson } from './screen.ts';
import { addReadOptions } from './store-options.ts';

type WorklistOptions = StoreOptions & Omit<WorklistQuery, 'list'> & { readonly json?: boolean };

const FILTERS = [
  'counselor',
  'site',
  'phase',
  'levelOfCare',
  'curriculum',
  'on',
  'days',
  'after',
  'limit',
] as const;

/** Adds worklist. */
export function addWorklistCommand(program: CliCommand): void {
  const command = program
    .command('worklist <list>')
    .summary('List who waits for something: why, and what to do next')
    .description(
      'List who waits for something, the longest waiting first: not-seen, gate-ready, gate-blocked-by-one, missed-twice, test-overdue, sign-off-wanted, review-due, leave-overdue, late-documentation or stay-beyond-maximum.',
    )
    .option('--counselor <name>', 'only the patients of this counselor')
    .option('--site <name>', 'only those of this site')
    .option('--phase <phase>', 'only those in this phase')
    .option('--level-of-care <level>', 'only those at this level of care')
    .option('--curriculum <id>', 'only those in this curriculum')
    .option('--on <date>', 'as of this day')
    .option('--days <n>', 'after so many days', wholeNumber)
    .option('--after <cursor>', 'go on behind this row, as the page before says')
    .option('--limit <n>', 'at most so many', wholeNumber)
    .action(async (list: string, options: WorklistOptions) => {
      const given = FILTERS.flatMap((name) => (options[name] === undefined ? [] : [[name, options[name]]]));
      const query = { list, ...Object.fromEntries(given) } as WorklistQuery;
      const page = await withEngine(options, 'read', (engine) => engine.worklist(query));
      if (options.json) return printJson(page);
      const { renderTable } = await import('./render-table.ts');
      print(
        renderTable(
          ['episode', 'days', 'counselor', 'why', 'next'],
          page.rows.map((row) => [row.episode, String(row.days), row.counselor ?? '', row.why, row.next]),
        ),
      );
      if (page.after !== null) print(`more: --after '${page.after}'`);
    });
  addReadOptions(command);
  addExample(
    command,
    'stepwell worklist gate-ready --counselor kim',
    'stepwell worklist not-seen --days 14 --json',
  );
}
