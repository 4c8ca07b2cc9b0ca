import type Database from 'better-sqlite3';
import type { CalendarLink } from '../../access/calendar-link.ts';

/** The table of links to calendars; a link is known by the hash of its secret alone. One that is revoked leaves nothing behind. */
export type CalendarLinkTable = {
  add(link: CalendarLink, tokenHash: string): void;
  /** The link of a secret that has not run out; null otherwise. */
  find(tokenHash: string, now: string): CalendarLink | null;
  byId(id: string): CalendarLink | null;
  /** Those that an account made and that have not run out, the oldest first. */
  madeBy(account: string, now: string): CalendarLink[];
  /** Those of one calendar that have not run out, the oldest first. */
  to(calendar: Pick<CalendarLink, 'of' | 'name'>, now: string): CalendarLink[];
  end(id: string): void;
  /** Ends all links that an account made; gives their number. */
  endAll(account: string): number;
};

/** Prepares the statements on the table `calendar_link`. */
export function prepareCalendarLinkTable(db: Database.Database): CalendarLinkTable {
  const select = `SELECT id, kind AS "of", name, account, created_at AS createdAt, until_at AS until FROM calendar_link`;
  const insert = db.prepare(
    'INSERT INTO calendar_link (id, token_hash, kind, name, account, created_at, until_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const find = db.prepare<[string, string], CalendarLink>(`${select} WHERE token_hash = ? AND until_at > ?`);
  const byId = db.prepare<[string], CalendarLink>(`${select} WHERE id = ?`);
  const madeBy = db.prepare<[string, string], CalendarLink>(
    `${select} WHERE account = ? AND until_at > ? ORDER BY created_at, id`,
  );
  const to = db.prepare<[string, string, string], CalendarLink>(
    `${select} WHERE kind = ? AND name = ? AND until_at > ? ORDER BY created_at, id`,
  );
  const end = db.prepare('DELETE FROM calendar_link WHERE id = ?');
  const endAll = db.prepare('DELETE FROM calendar_link WHERE account = ?');
  const forget = db.prepare('DELETE FROM calendar_link WHERE until_at <= ?');
  return {
    add: ({ id, of, name, account, createdAt, until }, tokenHash) => {
      forget.run(createdAt);
      insert.run(id, tokenHash, of, name, account, createdAt, until);
    },
    find: (tokenHash, now) => find.get(tokenHash, now) ?? null,
    byId: (id) => byId.get(id) ?? null,
    madeBy: (account, now) => madeBy.all(account, now),
    to: ({ of, name }, now) => to.all(of, name, now),
    end: (id) => void end.run(id),
    endAll: (account) => endAll.run(account).changes,
  };
}
