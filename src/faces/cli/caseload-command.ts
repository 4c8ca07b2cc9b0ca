import type { Command as CliCommand } from 'commander';
import type { CaseloadQuery } from '../../engine/caseload-row.ts';
import { addExample } from './add-example.ts';
import { type StoreOptions, withEngine } from './open-store.ts';
import { wholeNumber } from './option-values.ts';
import { readMoment } from './read-moment.ts';
import { print, printJson } from './screen.ts';
import { addReadOptions } from './store-options.ts';

type CaseloadOptions = StoreOptions &
  Omit<CaseloadQuery, 'open'> & {
    readonly all?: boolean;
    readonly asOf?: string;
    readonly knownAt?: string;
    readonly json?: boolean;
  };

const FILTERS = ['counselor', 'phase', 'site', 'lifecycle', 'curriculum', 'after', 'limit'] as const;

/** Adds caseload. */
export function addCaseloadCommand(program: CliCommand): void {
  const command = program
    .command('caseload')
    .summary('List the patients, and what keeps each from the next phase')
    .description(
      'List the patients in treatment, and what keeps each from the next phase. Without --as-of each line says where the patient stood when last written or when the clock last ran.',
    )
    .option('--counselor <name>', 'only those of this counselor')
    .option('--phase <phase>', 'only those in this phase')
    .option('--site <name>', 'only those of this site')
    .option('--lifecycle <state>', 'only those that are referred, active, on-leave, discharged or graduated')
    .option('--curriculum <id>', 'only those in this curriculum')
    .option('--all', 'also those whose episode has ended')
    .option('--after <episode>', 'go on behind this episode')
    .option('--limit <n>', 'at most so many', wholeNumber)
    .option('--as-of <date>', 'as of this day; every episode is told anew')
    .option('--known-at <date|instant>', 'with what was known then')
    .action(async (options: CaseloadOptions) => {
      const moment = await readMoment(options);
      const told = moment.asOf !== undefined || moment.knownAt !== undefined;
      const rows = await withEngine(options, 'read', (engine) =>
        engine.caseload(queryOf(options), told ? moment : undefined),
      );
      if (options.json) return printJson(rows);
      const { renderCaseload } = await import('./render-caseload.ts');
      print(renderCaseload(rows));
    });
  addReadOptions(command);
  addExample(command, 'stepwell caseload --counselor kim', 'stepwell caseload --phase early-recovery --json');
}

function queryOf(options: CaseloadOptions): CaseloadQuery {
  const given = FILTERS.flatMap((name) => (options[name] === undefined ? [] : [[name, options[name]]]));
  const open = options.all || options.lifecycle !== undefined ? {} : { open: true };
  return { ...(Object.fromEntries(given) as CaseloadQuery), ...open };
}
