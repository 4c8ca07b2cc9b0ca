import type Database from 'better-sqlite3';
import type { DueQuery, DueRow } from '../../engine/due-row.ts';
import { createQueryCache } from './query-cache.ts';

/** The table of what falls due; a cache that the clock and the worklists read. */
export type DueTable = {
  list(query: DueQuery): DueRow[];
  episodes(upTo: string, limit: number): { episode: string; dueOn: string }[];
  /** Makes the rows of an episode these; rows that are there already and the same are not touched. */
  replace(episode: string, rows: readonly DueRow[]): void;
};

type Stored = Omit<DueRow, 'raised' | 'work'> & { readonly raised: number; readonly work: number };

const SELECT = 'SELECT episode, item, kind, due_on AS dueOn, raised, work, title, role, counselor FROM due';

/** Prepares the statements on the table `due`. */
export function prepareDueTable(db: Database.Database): DueTable {
  const select = createQueryCache<Stored>(db, SELECT, 'due_on, episode, item');
  const ofEpisode = db.prepare<[string], Stored>(`${SELECT} WHERE episode = ?`);
  const open = db.prepare<[string], { episode: string; dueOn: string }>(
    `SELECT episode, due_on AS dueOn FROM due INDEXED BY due_for_the_clock
     WHERE raised = 0 AND due_on <= ? ORDER BY due_on, episode`,
  );
  const remove = db.prepare('DELETE FROM due WHERE episode = ? AND item = ?');
  const write = db.prepare(
    `INSERT INTO due (episode, item, kind, due_on, raised, work, title, role, counselor)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (episode, item) DO UPDATE
     SET kind = excluded.kind, due_on = excluded.due_on, raised = excluded.raised, work = excluded.work,
         title = excluded.title, role = excluded.role, counselor = excluded.counselor`,
  );

  return {
    list: ({ upTo, counselor, site, episode, role, work, limit }) => {
      const conditions = [
        ['counselor = ?', counselor],
        ['EXISTS (SELECT 1 FROM caseload WHERE caseload.episode = due.episode AND caseload.site = ?)', site],
        ['episode = ?', episode],
        ['due_on <= ?', upTo],
        ['role = ?', role],
        ['work = ?', work === 'all' ? undefined : 1],
      ] as const;
      return select(conditions, limit).map((row) => ({
        ...row,
        raised: row.raised === 1,
        work: row.work === 1,
      }));
    },
    episodes: (upTo, limit) => {
      // The first row of an episode in this order is its earliest, so the index is read no further than needed.
      const found = new Map<string, { episode: string; dueOn: string }>();
      if (limit <= 0) return [];
      for (const row of open.iterate(upTo)) {
        if (!found.has(row.episode)) found.set(row.episode, row);
        if (found.size >= limit) break;
      }
      return [...found.values()];
    },
    replace: (episode, rows) => {
      const before = new Map(ofEpisode.all(episode).map((row) => [row.item, row]));
      for (const row of rows) {
        const old = before.get(row.item);
        before.delete(row.item);
        if (old !== undefined && same(old, row)) continue;
        const { item, kind, dueOn, raised, work, title, role, counselor } = row;
        write.run(episode, item, kind, dueOn, raised ? 1 : 0, work ? 1 : 0, title, role, counselor);
      }
      for (const item of before.keys()) remove.run(episode, item);
    },
  };
}

function same(old: Stored, row: DueRow): boolean {
  return (
    old.dueOn === row.dueOn &&
    (old.raised === 1) === row.raised &&
    (old.work === 1) === row.work &&
    old.kind === row.kind &&
    old.title === row.title &&
    old.role === row.role &&
    old.counselor === row.counselor
  );
}
