import type Database from 'better-sqlite3';
import { type Erasure, erasureBody } from '../../engine/erasure.ts';
import { StepwellError } from '../../engine/stepwell-error.ts';
import type { Tables } from './tables.ts';

/** Prepares the erasing of an episode; to be run inside a transaction. The rules are those of `EventStore.erase`. */
export function prepareErase(
  db: Database.Database,
  tables: Tables,
): (episode: string, order: Omit<Erasure, 'episode' | 'version'>) => number {
  const full = db
    .prepare<[string], number>(
      `SELECT count(*) FROM event WHERE episode = ? AND body IS NOT NULL AND NOT EXISTS
         (SELECT 1 FROM erasure WHERE erasure.episode = event.episode AND erasure.version = event.version)`,
    )
    .pluck();
  const record = db.prepare(
    'INSERT INTO erasure (episode, version, recorded_at, by, reason) VALUES (?, ?, ?, ?, ?)',
  );
  const empty = db.prepare(
    `UPDATE event SET body = NULL, salt = NULL
     WHERE episode = ? AND version < ? AND body IS NOT NULL AND NOT EXISTS
       (SELECT 1 FROM erasure WHERE erasure.episode = event.episode AND erasure.version = event.version)`,
  );
  return (episode, { recordedAt, by, reason }) => {
    const present = tables.events.version(episode);
    if (present === 0) throw new StepwellError('not-found', 'There is no such episode.', { episode });
    const count = full.get(episode) ?? 0;
    if (count > 0) {
      const erasure = { episode, version: present + 1, recordedAt, by, reason };
      const write = { episode, expectedVersion: present, recordedAt, events: [erasureBody(erasure)] };
      const head = tables.events.add(
        { ...write, snapshot: null, due: null, caseload: null },
        tables.head.read(),
      );
      tables.head.write(head);
      record.run(episode, erasure.version, recordedAt, by, reason);
      empty.run(episode, erasure.version);
    }
    tables.snapshots.delete(episode);
    tables.due.replace(episode, []);
    tables.caseload.delete(episode);
    tables.worklists.replace(episode, []);
    tables.courses.delete(episode);
    tables.commands.erase(episode);
    return count;
  };
}
