import Database from 'better-sqlite3';
import { StepwellError } from '../../engine/stepwell-error.ts';

const SETTINGS: readonly (readonly [name: string, set: string, readBack: number])[] = [
  ['synchronous', 'FULL', 2],
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
  ['foreign_keys', 'ON', 1],
  ['recursive_triggers', 'ON', 1],
  ['secure_delete', 'ON', 1],
  ['temp_store', 'MEMORY', 2],
];

/**
 * Opens a connection to an existing file with the settings that the record rests on, and checks that they took.
 *
 * `synchronous` is set after WAL, because the build drops to NORMAL there, and NORMAL loses acknowledged commits in a
 * power cut. `check` runs before anything is set that would change the file. Throws what SQLite throws.
 */
export function openConnection(
  file: string,
  options: {
    readonly readOnly: boolean;
    readonly busyTimeout: number;
    readonly create?: boolean;
    /** The most bytes that the file may have. */
    readonly quota?: number | undefined;
  },
  check: (db: Database.Database) => void = () => {},
): Database.Database {
  const db = new Database(file, {
    readonly: options.readOnly,
    fileMustExist: options.create !== true,
    timeout: options.busyTimeout,
  });
  try {
    db.pragma('trusted_schema = OFF');
    db.pragma('cell_size_check = ON');
    check(db);
    if (!options.readOnly) setJournal(db, options.busyTimeout);
    for (const [name, set] of SETTINGS) db.pragma(`${name} = ${set}`);
    for (const [name, , readBack] of SETTINGS) demand(db, name, readBack);
    demand(db, 'busy_timeout', options.busyTimeout);
    if (options.quota !== undefined) {
      const page = Number(db.pragma('page_size', { simple: true }));
      db.pragma(`max_page_count = ${Math.max(1, Math.floor(options.quota / page))}`);
    }
    return db;
  } catch (failure) {
    db.close();
    throw failure;
  }
}

/** Two processes that create one file at the same moment meet here, and SQLite does not wait for this lock by itself. */
function setJournal(db: Database.Database, busyTimeout: number): void {
  for (let waited = 0; ; waited += 10) {
    try {
      db.pragma('journal_mode = WAL');
      demand(db, 'journal_mode', 'wal');
      return;
    } catch (failure) {
      const busy = failure instanceof Database.SqliteError && failure.code.startsWith('SQLITE_BUSY');
      if (!busy || waited >= busyTimeout) throw failure;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
}

function demand(db: Database.Database, name: string, expected: string | number): void {
  const found = db.pragma(name, { simple: true });
  if (found === expected) return;
  throw new StepwellError('store-unavailable', `SQLite did not take the setting ${name}.`, {
    name,
    expected,
    found,
  });
}
