import type Database from 'better-sqlite3';
import type { Session, SessionUse } from '../../access/session.ts';

/** The table of sessions; a token is known by its hash alone. */
export type SessionTable = {
  add(session: Session, tokenHash: string): void;
  byToken(tokenHash: string): Session | null;
  byId(id: string): Session | null;
  /** Notes when sessions were used, all in one transaction; one that has ended meanwhile stays ended. */
  useAll(uses: readonly SessionUse[]): void;
  end(id: string): void;
  /** Ends all sessions of an account; gives their number. */
  endAll(account: string): number;
  /** Ends all sessions of an account but one, or all where that is null. */
  endOthers(account: string, kept: string | null): void;
  /** Forgets sessions that began before an instant. */
  forget(before: string): void;
};

/** Prepares the statements on the table `session`. */
export function prepareSessionTable(db: Database.Database): SessionTable {
  const columns = 'id, account, created_at AS createdAt, used_at AS usedAt';
  const insert = db.prepare(
    'INSERT INTO session (id, token_hash, account, created_at, used_at) VALUES (?, ?, ?, ?, ?)',
  );
  const byToken = db.prepare<[string], Session>(`SELECT ${columns} FROM session WHERE token_hash = ?`);
  const byId = db.prepare<[string], Session>(`SELECT ${columns} FROM session WHERE id = ?`);
  const use = db.prepare('UPDATE session SET used_at = ? WHERE id = ?');
  const useAll = db.transaction((uses: readonly SessionUse[]) => {
    for (const { id, usedAt } of uses) use.run(usedAt, id);
  }).immediate;
  const end = db.prepare('DELETE FROM session WHERE id = ?');
  const endAll = db.prepare('DELETE FROM session WHERE account = ?');
  const endOthers = db.prepare('DELETE FROM session WHERE account = ? AND id IS NOT ?');
  const forget = db.prepare('DELETE FROM session WHERE created_at < ?');
  return {
    add: ({ id, account, createdAt, usedAt }, tokenHash) =>
      void insert.run(id, tokenHash, account, createdAt, usedAt),
    byToken: (tokenHash) => byToken.get(tokenHash) ?? null,
    byId: (id) => byId.get(id) ?? null,
    useAll: (uses) => void useAll(uses),
    end: (id) => void end.run(id),
    endAll: (account) => endAll.run(account).changes,
    endOthers: (account, kept) => void endOthers.run(account, kept),
    forget: (before) => void forget.run(before),
  };
}
