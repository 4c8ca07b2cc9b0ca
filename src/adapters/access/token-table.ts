import type Database from 'better-sqlite3';

/** A table of secrets that belong to an account and run out; known by their hashes alone. */
export type TokenTable = {
  add(tokenHash: string, account: string, expiresAt: string): void;
  /** The account of a secret that has not run out; null otherwise. */
  find(tokenHash: string, now: string): string | null;
  /** Takes a secret so that it cannot be used again; gives its account, null where it is none or has run out. */
  take(tokenHash: string, now: string): string | null;
  endAll(account: string): number;
};

/** Prepares the statements on `service_token` or `join_link`. */
export function prepareTokenTable(db: Database.Database, table: 'service_token' | 'join_link'): TokenTable {
  const insert = db.prepare(`INSERT INTO ${table} (token_hash, account, expires_at) VALUES (?, ?, ?)`);
  const find = db
    .prepare<[string, string], string>(`SELECT account FROM ${table} WHERE token_hash = ? AND expires_at > ?`)
    .pluck();
  const take = db
    .prepare<[string, string], string>(
      `DELETE FROM ${table} WHERE token_hash = ? AND expires_at > ? RETURNING account`,
    )
    .pluck();
  const endAll = db.prepare(`DELETE FROM ${table} WHERE account = ?`);
  return {
    add: (tokenHash, account, expiresAt) => void insert.run(tokenHash, account, expiresAt),
    find: (tokenHash, now) => find.get(tokenHash, now) ?? null,
    take: (tokenHash, now) => take.get(tokenHash, now) ?? null,
    endAll: (account) => endAll.run(account).changes,
  };
}
