import type { Command as CliCommand } from 'commander';
import type { WorklistQuery } from '../../engine/worklists/worklist-row.ts';
import { addExample } from './add-example.ts';
import { CliFailure } from './cli-failure.ts';
import { EXIT } from './exit-codes.ts';
import { type StoreOptions, withEngine } from './open-store.ts';
import { wholeNumber } from './option-values.ts';
import { print, printJson } from './screen.ts';
import { addReadOptions } from './store-options.ts';

type WorklistOptions = StoreOptions &
  Omit<WorklistQuery, 'list'> & {
    readonly json?: boolean;
    readonly accounts?: string;
    readonly save?: string;
    readonly saved?: string;
    readonly delete?: string;
  };

/** What is kept of a filter, and what belongs to one question alone. */
const KEPT = ['counselor', 'site', 'phase', 'levelOfCare', 'curriculum', 'days'] as const;
const ONCE = ['on', 'after', 'limit'] as const;

/** Adds worklist. */
export function addWorklistCommand(program: CliCommand): void {
  const command = program
    .command('worklist [lists...]')
    .summary('List who waits for something: why, and what to do next; keep such lists under a name')
    .description(
      'List who waits for something, the longest waiting first: not-seen, gate-ready, gate-blocked-by-one, missed-twice, test-overdue, sign-off-wanted, review-due, leave-overdue, late-documentation or stay-beyond-maximum; several come together. A filter is kept under a name with --save and asked with --saved, here and over HTTP; it is in the file of accounts, for the whole clinic. Without a list, those that are kept are told.',
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
    .option('--save <name>', 'keep these lists and filters under a name')
    .option('--saved <name>', 'ask what is kept under a name')
    .option('--delete <name>', 'delete what is kept under a name')
    .option('--accounts <file>', 'the file of accounts (default: the record, with .access)')
    .action(runWorklist);
  addReadOptions(command);
  addExample(
    command,
    'stepwell worklist gate-ready --counselor kim',
    'stepwell worklist not-seen missed-twice --days 3 --save calls',
    'stepwell worklist --saved calls --json',
  );
}

async function runWorklist(lists: string[], options: WorklistOptions): Promise<void> {
  const pick = (names: readonly (keyof WorklistOptions)[]) =>
    Object.fromEntries(names.flatMap((name) => (options[name] === undefined ? [] : [[name, options[name]]])));
  const keeping = [options.save, options.saved, options.delete].filter((name) => name !== undefined);
  if (keeping.length > 1)
    throw new CliFailure(EXIT.usage, 'usage', 'use one of --save, --saved and --delete');
  if (lists.length === 0 && options.saved === undefined) {
    const kept = await import('./kept-worklists.ts');
    if (options.delete !== undefined) return kept.deleteWorklist(options, options.delete);
    if (options.save !== undefined)
      throw new CliFailure(EXIT.usage, 'usage', '--save needs a list, such as not-seen');
    return kept.listWorklists(options);
  }
  const given = {
    ...(lists.length === 0 ? {} : { list: lists.length === 1 ? lists[0] : lists }),
    ...pick(KEPT),
  };
  if (options.save !== undefined) {
    const { saveWorklist } = await import('./kept-worklists.ts');
    return saveWorklist(options, options.save, given);
  }
  const kept =
    options.saved === undefined
      ? {}
      : (await import('./kept-worklists.ts')).findWorklist(options, options.saved);
  const query = { ...kept, ...given, ...pick(ONCE) } as WorklistQuery;
  const page = await withEngine(options, 'read', (engine) => engine.worklist(query));
  if (options.json) return printJson(page);
  const { renderTable } = await import('./render-table.ts');
  const several = Array.isArray(query.list);
  print(
    renderTable(
      ['episode', ...(several ? ['list'] : []), 'days', 'counselor', 'why', 'next'],
      page.rows.map(({ episode, list, days, counselor, why, next }) => [
        ...[episode, ...(several ? [list] : []), String(days), counselor ?? '', why, next],
      ]),
    ),
  );
  if (page.after !== null) print(`more: --after '${page.after}'`);
}
