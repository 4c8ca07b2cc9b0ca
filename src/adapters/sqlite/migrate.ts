import type Database from 'better-sqlite3';
import { StepwellError } from '../../engine/stepwell-error.ts';
import { APPLICATION_ID } from './application-id.ts';
import { MIGRATIONS } from './migrations.ts';

/**
 * Throws `not-a-database` or `newer-database` where a file is not a store that this release understands, and `read-only`
 * where its tables would first have to be brought to this release. Changes nothing.
 */
export function checkIdentity(
  db: Database.Database,
  options: { readonly create: boolean; readonly readOnly: boolean },
): void {
  const found = Number(db.pragma('user_version', { simple: true }));
  const known = MIGRATIONS.length;
  if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID) {
    const tables = db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get();
    if (options.create && found === 0 && tables === 0) return;
    throw new StepwellError('not-a-database', 'The file is not a Stepwell store.');
  }
  if (found > known) {
    const message =
      'The store was written by a newer release of Stepwell: open it with that release or a later one, or go back to a backup from before it.';
    throw new StepwellError('newer-database', message, { found, known });
  }
  if (found < known && options.readOnly) {
    const message = 'The store is of an older release; open it once for writing.';
    throw new StepwellError('read-only', message, { found, known });
  }
}

/** Brings the tables to the present version; each step and its number are one transaction, so a killed process leaves no half step. */
export function migrate(db: Database.Database): void {
  for (const [done, step] of MIGRATIONS.entries()) {
    const run = () => {
      if (Number(db.pragma('user_version', { simple: true })) > done) return;
      db.exec(step);
      db.pragma(`application_id = ${APPLICATION_ID}`);
      db.pragma(`user_version = ${done + 1}`);
    };
    if (Number(db.pragma('user_version', { simple: true })) <= done) db.transaction(run).immediate();
  }
}
