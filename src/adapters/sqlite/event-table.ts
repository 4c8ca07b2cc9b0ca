import type Database from 'better-sqlite3';
import type { EpisodeWrite, StoredEvent } from '../../engine/event-store.ts';
import { CHAIN_START, sealEvent } from '../../engine/hash-chain.ts';
import type { OutsideHead } from '../../engine/outside-head.ts';
import { StepwellError } from '../../engine/stepwell-error.ts';

/** The table of events: read in order, added to at the end. */
export type EventTable = {
  read(episode: string, afterVersion: number): StoredEvent[];
  readAll(afterPosition: number, limit: number): StoredEvent[];
  /** The ids that begin with a prefix, in order. */
  streams(prefix: string): string[];
  /** The present version of an episode, 0 where there is none. */
  version(episode: string): number;
  /** Adds a write's events behind a head and gives the new head. Throws `version-conflict`. */
  add(write: EpisodeWrite, head: OutsideHead): OutsideHead;
};

/** Prepares the statements on the table `event`. */
export function prepareEventTable(db: Database.Database): EventTable {
  const columns = 'position, episode, version, recorded_at AS recordedAt, body, hash';
  const read = db.prepare<[string, number], StoredEvent>(
    `SELECT ${columns} FROM event WHERE episode = ? AND version > ? ORDER BY version`,
  );
  const readAll = db.prepare<[number, number], StoredEvent>(
    `SELECT ${columns} FROM event WHERE position > ? ORDER BY position LIMIT ?`,
  );
  // From each id to the next in the index: the cost follows the number of streams, not of their events.
  const streams = db
    .prepare<[string, string, string], string>(
      `WITH RECURSIVE stream (id) AS (
         SELECT min(episode) FROM event WHERE episode >= ? AND episode < ?
         UNION ALL
         SELECT (SELECT min(episode) FROM event WHERE episode > stream.id AND episode < ?)
         FROM stream WHERE stream.id IS NOT NULL
       )
       SELECT id FROM stream WHERE id IS NOT NULL`,
    )
    .pluck();
  const last = db.prepare<[string], { version: number; hash: string }>(
    'SELECT version, hash FROM event WHERE episode = ? ORDER BY version DESC LIMIT 1',
  );
  const insert = db.prepare(
    `INSERT INTO event (position, episode, version, recorded_at, digest, hash, head, salt, body)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  return {
    read: (episode, afterVersion) => read.all(episode, afterVersion),
    readAll: (afterPosition, limit) => readAll.all(afterPosition, limit),
    streams: (prefix) => {
      const end = `${prefix}\u{10ffff}`;
      return streams.all(prefix, end, end);
    },
    version: (episode) => last.get(episode)?.version ?? 0,
    add: ({ episode, expectedVersion: expected, recordedAt, events }, before) => {
      const found = last.get(episode);
      const present = found?.version ?? 0;
      if (present !== expected) {
        throw new StepwellError(
          'version-conflict',
          `The episode has version ${present}, and ${expected} was expected.`,
          { episode, expected, present },
        );
      }
      let { count: position, head } = before;
      let hash = found?.hash ?? CHAIN_START;
      let version = present;
      for (const body of events) {
        position += 1;
        version += 1;
        const seal = sealEvent({ hash, head }, { position, episode, version, recordedAt, body });
        insert.run(
          position,
          episode,
          version,
          recordedAt,
          seal.digest,
          seal.hash,
          seal.head,
          seal.salt,
          body,
        );
        ({ hash, head } = seal);
      }
      return { count: position, head };
    },
  };
}
