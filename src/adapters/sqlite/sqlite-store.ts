import type { EventStore } from '../../engine/event-store.ts';
import type { OutsideHead } from '../../engine/outside-head.ts';

/**
 * An event store in one SQLite file. Several processes may have it open at the same time.
 *
 * `erase` also overwrites the bytes in the file and empties the write-ahead log. Where another connection is reading at
 * that moment, the log is emptied by the next checkpoint. Backups made before keep what they hold.
 */
export type SqliteStore = EventStore & {
  /**
   * Writes a checked copy of the store to a file, while others go on reading and writing, and gives the head of the copy.
   *
   * The copy appears under its name only when it is complete, synced and verified. Throws `file-exists` rather than
   * overwrite, and `corrupt-record` where the copy does not verify, which means that the store does not either.
   */
  backup(file: string): Promise<OutsideHead>;
};
