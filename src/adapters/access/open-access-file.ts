import { closeSync, openSync } from 'node:fs';
import Database from 'better-sqlite3';
import { StepwellError } from '../../engine/stepwell-error.ts';
import { ACCESS_APPLICATION_ID, ACCESS_MIGRATIONS } from './access-schema.ts';

/**
 * Opens the file of accounts, made where there is none with rights for its owner alone; `:memory:` keeps it in memory. Throws
 * `not-a-database` or `newer-database` for a file that is none, and `store-unavailable` for what SQLite cannot open.
 */
export function openAccessFile(file: string): Database.Database {
  try {
    if (file !== ':memory:') closeSync(openSync(file, 'a', 0o600));
    const db = new Database(file, { timeout: 5000 });
    try {
      prepare(db);
      return db;
    } catch (failure) {
      db.close();
      throw failure;
    }
  } catch (failure) {
    if (failure instanceof StepwellError) throw failure;
    const notOne = failure instanceof Database.SqliteError && failure.code === 'SQLITE_NOTADB';
    if (notOne) throw new StepwellError('not-a-database', 'The file is no file of accounts.', {}, failure);
    throw new StepwellError('store-unavailable', 'The file of accounts cannot be opened.', {}, failure);
  }
}

function prepare(db: Database.Database): void {
  db.pragma('trusted_schema = OFF');
  const found = Number(db.pragma('user_version', { simple: true }));
  const tables = Number(db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get());
  const own = db.pragma('application_id', { simple: true }) === ACCESS_APPLICATION_ID;
  if (!own && (found > 0 || tables > 0))
    throw new StepwellError('not-a-database', 'The file is no file of accounts.');
  if (found > ACCESS_MIGRATIONS.length)
    throw new StepwellError(
      'newer-database',
      'The file of accounts is of a newer release of Stepwell: open it with that release or a later one.',
    );
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  for (const set of [
    'foreign_keys = ON',
    'secure_delete = ON',
    'temp_store = MEMORY',
    'recursive_triggers = ON',
  ])
    db.pragma(set);
  for (const [done, step] of ACCESS_MIGRATIONS.entries()) {
    db.transaction(() => {
      if (Number(db.pragma('user_version', { simple: true })) > done) return;
      db.exec(step);
      db.pragma(`application_id = ${ACCESS_APPLICATION_ID}`);
      db.pragma(`user_version = ${done + 1}`);
    }).immediate();
  }
}
