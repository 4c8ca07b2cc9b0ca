import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Command as CliCommand } from 'commander';
import type { OutsideHead } from '../../engine/outside-head.ts';
import { addExample } from './add-example.ts';
import { cleanText } from './clean-text.ts';
import { CliFailure } from './cli-failure.ts';
import { EXIT } from './exit-codes.ts';
import { isRecord } from './open-store.ts';
import { readHead } from './read-head.ts';
import { good, print, printJson } from './screen.ts';

type RestoreOptions = {
  readonly to?: string;
  readonly verify?: boolean;
  readonly head?: string;
  readonly json?: boolean;
};

/** Adds restore. */
export function addRestoreCommand(program: CliCommand): void {
  const command = program
    .command('restore <backup>')
    .summary('Make a record from a backup, after checking all of it')
    .description(
      'Make a record from a backup. The pages of the file and the chain of every event are checked, before and after the copy; the file is written whole or not at all, and never over another one. With --verify and without --to the backup is checked only.',
    )
    .option('--to <file>', 'the new file of the record')
    .option('--verify', 'check the backup, also without writing anything')
    .option('--head <count:hash>', 'the head that was printed when the backup was made and kept elsewhere')
    .option('--json', 'print JSON')
    .action(runRestore);
  addExample(
    command,
    'stepwell restore 2026-03-02.db --to clinic.db --head 1412:9f2c…',
    'stepwell restore 2026-03-02.db --verify',
  );
}

async function runRestore(backup: string, options: RestoreOptions): Promise<void> {
  const outside = readHead(options.head);
  const target = options.to;
  if (target === undefined && !options.verify)
    throw new CliFailure(
      EXIT.usage,
      'usage',
      'name the new file with --to FILE, or only check with --verify',
    );
  if (target !== undefined && existsSync(target))
    throw new CliFailure(
      EXIT.conflict,
      'file-exists',
      `${target} exists already, and restore never overwrites a file; name another one with --to`,
      { file: target },
    );
  if (target !== undefined && !existsSync(dirname(target)))
    throw new CliFailure(EXIT.notFound, 'not-found', `there is no folder ${dirname(target)}`, {
      file: target,
    });
  if (!isRecord(backup))
    throw new CliFailure(EXIT.notFound, 'not-found', `there is no backup at ${backup}`, { file: backup });
  const head = await copyChecked(backup, target, outside);
  if (options.json)
    return printJson({ backup, file: target ?? null, ...head, agrees: outside !== undefined });
  const kept = outside === undefined ? '' : ', and the head that was kept agrees';
  print(
    target === undefined
      ? `${good('✓')} ${head.count} events of ${cleanText(backup)} agree${kept}; nothing was written`
      : `${good('✓')} ${head.count} events restored to ${cleanText(target)}${kept}`,
  );
  print(`  head ${head.count}:${head.head}`);
}

/** Checks a backup and copies it, which checks the copy too. Gives the head; writes nothing without a target. */
async function copyChecked(
  backup: string,
  target: string | undefined,
  outside: OutsideHead | undefined,
): Promise<OutsideHead> {
  const { openSqliteStore } = await import('../../adapters/sqlite/open-sqlite-store.ts');
  const store = about(backup, () => openSqliteStore({ file: backup, readOnly: true }));
  try {
    const found = await store.verify(outside);
    if (!found.ok) throw damaged(backup, found.problem);
    return target === undefined ? { count: found.events, head: found.head } : await store.backup(target);
  } finally {
    await store.close();
  }
}

/** Names the backup in a failure to open it. */
function about<T>(backup: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const { code, message } = error as { code?: unknown; message: string };
    if (typeof code !== 'string') throw error;
    throw damaged(backup, { code, message });
  }
}

function damaged(backup: string, problem: { readonly code: string; readonly message: string }): CliFailure {
  const { code, message } = problem;
  return new CliFailure(
    EXIT.store,
    code,
    `${backup} cannot be restored (${code}): ${message} Nothing was written; try an older backup`,
    { file: backup, ...problem },
  );
}
