import type Database from 'better-sqlite3';
import type { GlassGrant } from '../../access/break-glass.ts';

/** The table of broken glasses. */
export type GlassTable = {
  add(grant: GlassGrant): void;
  /** The grants of an account for an episode that have not run out. */
  open(account: string, episode: string, now: string): GlassGrant[];
  /** All grants of an account that have not run out. */
  openOf(account: string, now: string): GlassGrant[];
};

/** Prepares the statements on the table `glass`. */
export function prepareGlassTable(db: Database.Database): GlassTable {
  const columns = 'id, account, episode, reason, from_at AS "from", until_at AS until';
  const insert = db.prepare(
    'INSERT INTO glass (id, account, episode, reason, from_at, until_at) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const open = db.prepare<[string, string, string], GlassGrant>(
    `SELECT ${columns} FROM glass WHERE account = ? AND episode = ? AND until_at > ? ORDER BY until_at DESC`,
  );
  const openOf = db.prepare<[string, string], GlassGrant>(
    `SELECT ${columns} FROM glass WHERE account = ? AND until_at > ? ORDER BY until_at DESC`,
  );
  return {
    add: ({ id, account, episode, reason, from, until }) =>
      void insert.run(id, account, episode, reason, from, until),
    open: (account, episode, now) => open.all(account, episode, now),
    openOf: (account, now) => openOf.all(account, now),
  };
}
