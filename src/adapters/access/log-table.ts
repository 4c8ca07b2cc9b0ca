import type Database from 'better-sqlite3';
import type { AccessEntry, SealedEntry } from '../../access/access-entry.ts';
import { LOG_START, sealEntry } from '../../access/seal-entry.ts';
import { canonicalJson } from '../../program/canonical-json.ts';

/** Which lines of the log to list: newest first, behind `before` where it is given. */
export type LogQuery = {
  readonly actor?: string;
  readonly episode?: string;
  readonly before?: number;
  readonly limit: number;
};

/** What a check of the log found: its head, to be kept elsewhere, or the first line that does not agree. */
export type LogVerification =
  | { readonly ok: true; readonly entries: number; readonly head: string }
  | { readonly ok: false; readonly entries: number; readonly number: number };

/** The log of who did or saw what: added to at the end, never changed. */
export type LogTable = {
  add(entry: AccessEntry): SealedEntry;
  /** Adds lines in their order, all of them or none, in one transaction. */
  addAll(entries: readonly AccessEntry[]): void;
  list(query: LogQuery): SealedEntry[];
  /** With a head that was kept elsewhere it is also found when the log was cut short or put back. */
  verify(outside?: { readonly entries: number; readonly head: string }): LogVerification;
};

type Row = { readonly number: number; readonly entry: string; readonly hash: string };

/** Prepares the statements on the tables `access_log` and `access_subject`. */
export function prepareLogTable(db: Database.Database): LogTable {
  const last = db.prepare<[], Pick<Row, 'number' | 'hash'>>(
    'SELECT number, hash FROM access_log ORDER BY number DESC LIMIT 1',
  );
  const insert = db.prepare('INSERT INTO access_log (number, at, actor, entry, hash) VALUES (?, ?, ?, ?, ?)');
  const subject = db.prepare('INSERT OR IGNORE INTO access_subject (episode, number) VALUES (?, ?)');
  const all = db.prepare<[], Row>('SELECT number, entry, hash FROM access_log ORDER BY number');
  const list = db.prepare<[LogQuery & { none: null }], Row>(
    `SELECT number, entry, hash FROM access_log
     WHERE number < coalesce(@before, 9007199254740991) AND (@actor IS NULL OR actor = @actor)
       AND (@episode IS NULL OR number IN (SELECT number FROM access_subject WHERE episode = @episode))
     ORDER BY number DESC LIMIT @limit`,
  );
  const addBehind = (before: Pick<Row, 'number' | 'hash'>, entry: AccessEntry): SealedEntry => {
    const number = before.number + 1;
    const hash = sealEntry(before.hash, number, entry);
    insert.run(number, entry.at, entry.actor, canonicalJson(entry), hash);
    for (const { episode } of entry.subjects) subject.run(episode, number);
    return { ...entry, number, hash };
  };
  const addAll = db.transaction((entries: readonly AccessEntry[]): SealedEntry | undefined => {
    let sealed: SealedEntry | undefined;
    for (const entry of entries)
      sealed = addBehind(sealed ?? last.get() ?? { number: 0, hash: LOG_START }, entry);
    return sealed;
  }).immediate;
  return {
    add: (entry) => addAll([entry]) as SealedEntry,
    addAll: (entries) => void addAll(entries),
    list: (query) =>
      list
        .all({ actor: null, episode: null, before: null, ...query } as unknown as LogQuery & { none: null })
        .map(({ number, entry, hash }) => ({ ...(JSON.parse(entry) as AccessEntry), number, hash })),
    verify: (outside) => {
      let head = LOG_START;
      let entries = 0;
      let seen = outside === undefined || outside.entries === 0;
      for (const { number, entry, hash } of all.iterate()) {
        const bad = { ok: false, entries, number: entries + 1 } as const;
        if (number !== entries + 1 || hash !== sealEntry(head, number, JSON.parse(entry))) return bad;
        head = hash;
        entries = number;
        if (entries === outside?.entries) {
          if (head !== outside.head) return bad;
          seen = true;
        }
      }
      return seen ? { ok: true, entries, head } : { ok: false, entries, number: entries + 1 };
    },
  };
}
