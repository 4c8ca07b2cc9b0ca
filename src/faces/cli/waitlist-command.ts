import type { Command as CliCommand } from 'commander';
import type { WaitlistQuery, WaitlistRow } from '../../engine/waitlist-row.ts';
import { addExample } from './add-example.ts';
import { cleanText } from './clean-text.ts';
import { type StoreOptions, withEngine } from './open-store.ts';
import { readMoment } from './read-moment.ts';
import { renderTable } from './render-table.ts';
import { print, printJson } from './screen.ts';
import { addReadOptions } from './store-options.ts';

type WaitlistOptions = StoreOptions &
  WaitlistQuery & { readonly asOf?: string; readonly knownAt?: string; readonly json?: boolean };

/** Adds waitlist list to the verbs of the waitlist. */
export function addWaitlistList(waitlist: CliCommand): void {
  const command = waitlist
    .command('list', { isDefault: true })
    .summary('List who waits for which program, with positions')
    .description(
      'List who waits for which program and site, in the order of priority and entry, with days of waiting and what is due.',
    )
    .option('--program <program>', 'only the list of this program')
    .option('--site <name>', 'only the list of this site')
    .option('--counselor <name>', 'only the patients of this counselor')
    .option('--episode <episode>', 'only this patient')
    .option('--as-of <date>', 'as of this day; every episode is told anew')
    .option('--known-at <date|instant>', 'with what was known then')
    .action(async (options: WaitlistOptions) => {
      const moment = await readMoment(options);
      const told = moment.asOf !== undefined || moment.knownAt !== undefined;
      const { program, site, counselor, episode } = options;
      const given = Object.entries({ program, site, counselor, episode });
      const query = Object.fromEntries(given.filter(([, value]) => value !== undefined));
      const rows = await withEngine(options, 'read', (engine) =>
        engine.waitlist(query as WaitlistQuery, told ? moment : undefined),
      );
      if (options.json) return printJson(rows);
      print(rows.length === 0 ? 'Nobody waits.' : renderWaitlist(rows));
    });
  addReadOptions(command);
  addExample(command, 'stepwell waitlist list --program evening-iop --json');
}

function renderWaitlist(rows: readonly WaitlistRow[]): string {
  const header = ['Program', 'No', 'Episode', 'State', 'Priority', 'Since', 'Days', 'Due'];
  return renderTable(
    header,
    rows.map((row) => [
      cleanText(row.site === null ? row.program : `${row.program}, ${row.site}`),
      row.position,
      cleanText(row.episode),
      row.offerUntil === null ? row.state : `${row.state} until ${row.offerUntil}`,
      cleanText(priorityOf(row)),
      row.since,
      row.waitingDays,
      row.nextDue === null ? '' : cleanText(`${row.nextDueOn} ${row.nextDue}`),
    ]),
  );
}

function priorityOf({ priority, priorityRule, mayComeBefore }: WaitlistRow): string {
  const said = priority === null ? '' : `${priority} ${priorityRule ?? ''}`.trim();
  return mayComeBefore.length === 0 ? said : `${said} (not known: ${mayComeBefore.join(', ')})`.trim();
}
