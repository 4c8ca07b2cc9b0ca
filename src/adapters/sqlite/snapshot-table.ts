import type Database from 'better-sqlite3';
import type { StoredSnapshot } from '../../engine/event-store.ts';

/** The table of snapshots, one for each episode; a cache. */
export type SnapshotTable = {
  read(episode: string): StoredSnapshot | null;
  write(snapshot: StoredSnapshot): void;
  delete(episode: string): void;
  clear(): void;
};

/** Prepares the statements on the table `snapshot`. */
export function prepareSnapshotTable(db: Database.Database): SnapshotTable {
  const read = db.prepare<[string], StoredSnapshot>(
    'SELECT episode, version, plan_hash AS planHash, body FROM snapshot WHERE episode = ?',
  );
  const write = db.prepare(
    `INSERT INTO snapshot (episode, version, plan_hash, body) VALUES (?, ?, ?, ?)
     ON CONFLICT (episode) DO UPDATE
     SET version = excluded.version, plan_hash = excluded.plan_hash, body = excluded.body`,
  );
  const remove = db.prepare('DELETE FROM snapshot WHERE episode = ?');
  const clear = db.prepare('DELETE FROM snapshot');
  return {
    read: (episode) => read.get(episode) ?? null,
    write: ({ episode, version, planHash, body }) => void write.run(episode, version, planHash, body),
    delete: (episode) => void remove.run(episode),
    clear: () => void clear.run(),
  };
}
