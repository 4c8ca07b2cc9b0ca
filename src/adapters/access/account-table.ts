import type Database from 'better-sqlite3';
import type { Account } from '../../access/account.ts';

/** The table of accounts. */
export type AccountTable = {
  add(account: Account): void;
  byId(id: string): Account | null;
  byName(name: string): Account | null;
  list(): Account[];
  disable(id: string): void;
  /** The hash of an account's password; null where it has none. */
  passwordOf(id: string): string | null;
  setPassword(id: string, hash: string | null): void;
};

type Row = Omit<Account, 'signsAs' | 'disabled'> & { readonly signsAs: string; readonly disabled: number };

/** Prepares the statements on the table `account`. */
export function prepareAccountTable(db: Database.Database): AccountTable {
  const columns = 'id, name, title, role, site, signs_as AS signsAs, kind, created_at AS createdAt, disabled';
  const insert = db.prepare(
    'INSERT INTO account (id, name, title, role, site, signs_as, kind, created_at, disabled) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const byId = db.prepare<[string], Row>(`SELECT ${columns} FROM account WHERE id = ?`);
  const byName = db.prepare<[string], Row>(`SELECT ${columns} FROM account WHERE name = ?`);
  const all = db.prepare<[], Row>(`SELECT ${columns} FROM account ORDER BY name`);
  const disable = db.prepare('UPDATE account SET disabled = 1 WHERE id = ?');
  const password = db.prepare<[string], string | null>('SELECT password FROM account WHERE id = ?').pluck();
  const setPassword = db.prepare('UPDATE account SET password = ? WHERE id = ?');
  const read = (row: Row | undefined): Account | null =>
    row === undefined
      ? null
      : { ...row, signsAs: JSON.parse(row.signsAs) as string[], disabled: row.disabled === 1 };
  return {
    add: (account) =>
      void insert.run(
        account.id,
        account.name,
        account.title,
        account.role,
        account.site,
        JSON.stringify(account.signsAs),
        account.kind,
        account.createdAt,
        account.disabled ? 1 : 0,
      ),
    byId: (id) => read(byId.get(id)),
    byName: (name) => read(byName.get(name)),
    list: () => all.all().flatMap((row) => read(row) ?? []),
    disable: (id) => void disable.run(id),
    passwordOf: (id) => password.get(id) ?? null,
    setPassword: (id, hash) => void setPassword.run(hash, id),
  };
}
