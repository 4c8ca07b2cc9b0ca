import { closeSync, existsSync, fsyncSync, linkSync, openSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type Database from 'better-sqlite3';
import type { Verification } from '../../engine/event-store.ts';
import type { OutsideHead } from '../../engine/outside-head.ts';
import { StepwellError } from '../../engine/stepwell-error.ts';
import { makePrivateFile } from './make-private-file.ts';

/**
 * Copies a database to a new file as `SqliteStore.backup` says.
 *
 * VACUUM INTO copies one consistent state and is not restarted by a busy writer, as the online backup is. It does not sync
 * by itself, so the copy and its folder are synced here, before the copy gets its name.
 */
export async function backupDatabase(
  db: Database.Database,
  file: string,
  verify: (copy: string) => Promise<Verification>,
): Promise<OutsideHead> {
  const target = resolve(file);
  const partial = `${target}.partial`;
  refuseExisting(target);
  refuseExisting(partial);
  try {
    makePrivateFile(partial);
    db.prepare('VACUUM INTO ?').run(partial);
    const found = await verify(partial);
    if (!found.ok) {
      throw new StepwellError('corrupt-record', `The copy does not verify: ${found.problem.message}`);
    }
    sync(partial);
    name(partial, target);
    sync(dirname(target));
    return { count: found.events, head: found.head };
  } finally {
    for (const end of ['', '-wal', '-shm']) rmSync(partial + end, { force: true });
  }
}

function refuseExisting(file: string): void {
  if (existsSync(file)) throw new StepwellError('file-exists', 'A backup never overwrites a file.', { file });
}

/** A link, unlike a rename, fails where another process made a file of that name in the meantime. */
function name(partial: string, target: string): void {
  try {
    linkSync(partial, target);
  } catch (failure) {
    refuseExisting(target);
    throw failure;
  }
}

function sync(file: string): void {
  const handle = openSync(file, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
