import type { Command as CliCommand } from 'commander';
import type { MigrationRequest } from '../../engine/migration/migration-request.ts';
import { addExample } from './add-example.ts';
import { checkDate } from './check-moment.ts';
import { CliFailure } from './cli-failure.ts';
import { EXIT } from './exit-codes.ts';
import { type StoreOptions, withEngine } from './open-store.ts';
import { nameList } from './option-values.ts';
import type { MigrationTarget } from './read-migration.ts';
import { printJson, say } from './screen.ts';
import { addReadOptions } from './store-options.ts';

type MigrateOptions = StoreOptions & {
  readonly from: string;
  readonly to: string;
  readonly mapping?: string;
  readonly on?: string;
  readonly episode?: readonly string[];
  readonly reason?: string;
  readonly json?: boolean;
};

const BY = 'who says so (default: STEPWELL_BY, or the user of this computer)';

/** Adds migrate rehearse, migrate apply and migrate undo. */
export function addMigrateCommand(program: CliCommand): void {
  const migrate = program
    .command('migrate')
    .summary('Move patients in treatment to another version of their curriculum')
    .description(
      'Move patients in treatment to another version of their curriculum: rehearse it on the real caseload, apply it to all or to some, undo it for one.',
    );
  addExample(
    migrate,
    'stepwell migrate rehearse our-iop --from 1.0.0 --to our-iop-2.yaml --mapping to-2.yaml',
    'stepwell migrate apply our-iop --from 1.0.0 --to our-iop-2.yaml --mapping to-2.yaml',
    'stepwell migrate undo e-1 --reason "moved by mistake"',
  );
  const rehearse = migrate
    .command('rehearse <curriculum>')
    .summary('Show what would become of every patient, and write nothing')
    .description(
      'Show what would become of every patient: the phase, sessions gained and lost, what is overdue, who is stuck, who is refused and why. Nothing is written.',
    );
  addReadOptions(addRequestOptions(rehearse)).action(runRehearse);
  addExample(
    rehearse,
    'stepwell migrate rehearse our-iop --from 1.0.0 --to our-iop-2.yaml --mapping to-2.yaml --on 2026-03-02',
  );
  const apply = migrate
    .command('apply <curriculum>')
    .summary('Move the patients, each whole or not at all')
    .description('Move all open episodes of a version, or those named; each is moved whole or not at all.');
  addReadOptions(addRequestOptions(apply))
    .option('--episode <episodes>', 'only these, with commas between them', nameList)
    .option('--reason <text>', 'why')
    .option('--by <name>', BY)
    .action(runApply);
  addExample(
    apply,
    'stepwell migrate apply our-iop --from 1.0.0 --to our-iop-2.yaml --mapping to-2.yaml --episode e-1,e-2',
  );
  const undo = migrate
    .command('undo <episode>')
    .summary('Take the latest migration of one patient back')
    .description('Take the latest migration of one patient back; it stays on the record.')
    .requiredOption('--reason <text>', 'why');
  addReadOptions(undo).option('--by <name>', BY).action(runUndo);
  addExample(undo, 'stepwell migrate undo e-1 --reason "moved by mistake"');
}

function addRequestOptions(command: CliCommand): CliCommand {
  return command
    .requiredOption('--from <version>', 'the version that the patients are in')
    .requiredOption('--to <file|version>', 'the new version, or its file')
    .option('--mapping <file>', 'what becomes of phases, tracks, sessions and monitors (YAML or JSON)')
    .option('--on <date>', 'the first day under the new version (today unless given)');
}

async function runRehearse(curriculum: string, options: MigrateOptions): Promise<void> {
  const { request, target } = await readRequest(curriculum, options);
  const rehearsal = await withEngine(
    options,
    'read',
    (engine) => engine.migration.rehearse(request),
    target.curricula,
  );
  if (options.json) printJson(rehearsal);
  else {
    const { printRehearsal } = await import('./print-rehearsal.ts');
    printRehearsal(rehearsal, target);
  }
  process.exitCode = exitOf(rehearsal.issues, rehearsal.refused.length > 0);
}

async function runApply(curriculum: string, options: MigrateOptions): Promise<void> {
  const { request, target } = await readRequest(curriculum, options);
  const { createProgress } = await import('./progress.ts');
  const { episode: episodes, reason } = options;
  const answer = await withEngine(
    options,
    'write',
    async (engine) => {
      const progress = createProgress('episodes moved');
      engine.subscribe(() => progress.step());
      const done = await engine.migration.apply({
        ...request,
        ...(episodes === undefined ? {} : { episodes }),
        ...(reason === undefined ? {} : { reason }),
      });
      progress.end();
      return done;
    },
    target.curricula,
  );
  if (options.json) printJson(answer);
  else {
    const { printMigration } = await import('./print-migration.ts');
    printMigration(answer, request, target);
  }
  process.exitCode = exitOf(
    answer.issues,
    answer.results.some(({ accepted }) => !accepted),
  );
}

async function runUndo(episode: string, options: MigrateOptions): Promise<void> {
  const { reason = '' } = options;
  if (reason.trim() === '') throw new CliFailure(EXIT.usage, 'usage', '--reason: say why it is taken back');
  const result = await withEngine(options, 'write', (engine) => engine.migration.undo({ episode, reason }));
  if (options.json) printJson(result);
  else {
    const { renderUndo } = await import('./print-migration.ts');
    if (result.accepted) process.stdout.write(`${renderUndo(result)}\n`);
    else say(renderUndo(result));
  }
  if (!result.accepted) process.exitCode = result.refusal.code === 'not-found' ? EXIT.notFound : EXIT.refused;
}

async function readRequest(
  curriculum: string,
  options: MigrateOptions,
): Promise<{ request: MigrationRequest; target: MigrationTarget }> {
  const on = await checkDate(options.on, '--on');
  const { readMigration } = await import('./read-migration.ts');
  const target = await readMigration(curriculum, options);
  const { from } = options;
  const request = { curriculum, from, to: target.version, mapping: target.mapping };
  return { request: { ...request, ...(on === undefined ? {} : { on }) }, target };
}

function exitOf(issues: readonly { readonly severity: string }[], refused: boolean): number {
  if (issues.some(({ severity }) => severity === 'error')) return EXIT.invalidFile;
  return refused ? EXIT.refused : EXIT.ok;
}
