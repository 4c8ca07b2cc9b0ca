import type Database from 'better-sqlite3';
import type { SavedWorklist, WorklistFilter } from '../../engine/worklists/saved-worklist.ts';

/** The table of worklists that were saved: those of each account, and, under no account, those of the whole clinic. */
export type SavedWorklistTable = {
  /** Saves one, in place of one of the same name; `account` null keeps it for the whole clinic. */
  save(account: string | null, saved: Pick<SavedWorklist, 'name' | 'filter' | 'savedBy' | 'savedAt'>): void;
  /** Those of an account and those of the whole clinic, by name; without an account only the latter. */
  list(account: string | null): SavedWorklist[];
  /** The one of a name: an account's own before the clinic's. */
  find(account: string | null, name: string): SavedWorklist | null;
  /** Deletes one; false where there was none. */
  delete(account: string | null, name: string): boolean;
};

type Row = Omit<SavedWorklist, 'shared' | 'filter'> & { readonly account: string; readonly query: string };

/** What stands for the whole clinic where an account has its id. */
const CLINIC = '';

/** Prepares the statements on the table `saved_worklist`. */
export function prepareSavedWorklistTable(db: Database.Database): SavedWorklistTable {
  const columns = 'account, name, query, saved_by AS savedBy, saved_at AS savedAt';
  const save = db.prepare(
    `INSERT INTO saved_worklist (account, name, query, saved_by, saved_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (account, name) DO UPDATE
     SET query = excluded.query, saved_by = excluded.saved_by, saved_at = excluded.saved_at`,
  );
  const list = db.prepare<[string, string], Row>(
    `SELECT ${columns} FROM saved_worklist WHERE account IN (?, ?) ORDER BY name, account DESC`,
  );
  const find = db.prepare<[string, string, string], Row>(
    `SELECT ${columns} FROM saved_worklist WHERE account IN (?, ?) AND name = ? ORDER BY account DESC LIMIT 1`,
  );
  const remove = db.prepare('DELETE FROM saved_worklist WHERE account = ? AND name = ?');
  const read = ({ account, query, ...rest }: Row): SavedWorklist => ({
    ...rest,
    shared: account === CLINIC,
    filter: JSON.parse(query) as WorklistFilter,
  });
  return {
    save: (account, { name, filter, savedBy, savedAt }) =>
      void save.run(account ?? CLINIC, name, JSON.stringify(filter), savedBy, savedAt),
    list: (account) => list.all(account ?? CLINIC, CLINIC).map(read),
    find: (account, name) => {
      const row = find.get(account ?? CLINIC, CLINIC, name);
      return row === undefined ? null : read(row);
    },
    delete: (account, name) => remove.run(account ?? CLINIC, name).changes > 0,
  };
}
