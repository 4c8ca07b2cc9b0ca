import type Database from 'better-sqlite3';

/** How often a password was tried for a name, whether or not there is such an account. */
export type GuessTable = {
  read(name: string): { readonly tries: number; readonly triedAt: string | null };
  /** Counts a try before it is known whether it is right, so that many at once count as many. */
  count(name: string, at: string): void;
  /** Forgets the tries for a name: one was right. */
  clear(name: string): void;
};

const DAY = 86_400_000;
/** So many names are remembered; beyond it those for which there is no account are forgotten, those tried longest ago first. */
const MOST_NAMES = 10_000;
const LEFT = 9_000;

/** Prepares the statements on the table `guess`. */
export function prepareGuessTable(db: Database.Database): GuessTable {
  const read = db.prepare<[string], { tries: number; triedAt: string }>(
    'SELECT tries, tried_at AS triedAt FROM guess WHERE name = ?',
  );
  const count = db.prepare(
    `INSERT INTO guess (name, tries, tried_at) VALUES (?, 1, ?)
     ON CONFLICT (name) DO UPDATE SET tries = tries + 1, tried_at = excluded.tried_at`,
  );
  const clear = db.prepare('DELETE FROM guess WHERE name = ?');
  const forget = db.prepare('DELETE FROM guess WHERE tried_at < ?');
  const names = db.prepare<[], number>('SELECT count(*) FROM guess').pluck();
  const shorten = db.prepare(
    `DELETE FROM guess WHERE name IN (SELECT name FROM guess WHERE name NOT IN (SELECT name FROM account)
     ORDER BY tried_at DESC LIMIT -1 OFFSET ?)`,
  );
  return {
    read: (name) => read.get(name) ?? { tries: 0, triedAt: null },
    count: (name, at) => {
      forget.run(new Date(Date.parse(at) - DAY).toISOString());
      if ((names.get() ?? 0) >= MOST_NAMES) shorten.run(LEFT);
      count.run(name, at);
    },
    clear: (name) => void clear.run(name),
  };
}
