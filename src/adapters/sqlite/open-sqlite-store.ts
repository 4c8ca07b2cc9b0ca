import { resolve } from 'node:path';
import type Database from 'better-sqlite3';
import { checkWrites } from '../../engine/check-writes.ts';
import type { EventStore } from '../../engine/event-store.ts';
import { StepwellError } from '../../engine/stepwell-error.ts';
import { appendWrites } from './append-writes.ts';
import { backupDatabase } from './backup-database.ts';
import { cachedRows } from './cached-rows.ts';
import { createChangeStamp, noteWrite } from './change-stamp.ts';
import { checkFile } from './check-file.ts';
import { prepareErase } from './erase-episode.ts';
import { makePrivateFile } from './make-private-file.ts';
import { checkIdentity, migrate } from './migrate.ts';
import { openConnection } from './open-connection.ts';
import { sqliteFailure } from './sqlite-failure.ts';
import type { SqliteStore } from './sqlite-store.ts';
import { prepareTables } from './tables.ts';
import { verifyDatabase } from './verify-database.ts';

/** How to open a store. */
export type SqliteOptions = {
  readonly file: string;
  /** True: make the file where there is none, or where it is empty. Otherwise that is `not-found` or `not-a-database`. */
  readonly create?: boolean;
  /** True: refuse every write with `read-only`. */
  readonly readOnly?: boolean;
  /** Where the instant of a publication comes from; the system's clock unless given. */
  readonly now?: () => Date;
  /** Milliseconds to wait for another process that writes, before `store-busy`; 5000 unless given. */
  readonly busyTimeout?: number;
  /** The most bytes that the file may grow to through this store, before `store-full`; none unless given. */
  readonly quota?: number;
  /** Carries out `append` elsewhere, in another thread with a connection of its own; done here unless given. */
  readonly append?: EventStore['append'] | undefined;
};

/**
 * Opens the event store in a SQLite file. What is acknowledged is on disk: every write is one transaction and one sync.
 *
 * Throws `not-found`, `not-a-database`, `newer-database`, `read-only`, `store-full`, `store-busy`, `corrupt-record`.
 *
 * ```ts
 * const store = openSqliteStore({ file: 'clinic.db', create: true });
 * await store.verify() //=> { ok: true, episodes: 0, events: 0, head: '0000…' }
 * ```
 */
export function openSqliteStore(options: SqliteOptions): SqliteStore {
  const { readOnly = false, busyTimeout = 5000, now = () => new Date() } = options;
  const create = options.create === true && !readOnly;
  const file = resolve(options.file);
  return guard(() => {
    checkFile(file, { create, readOnly });
    if (create) makePrivateFile(file);
    const check = (found: Database.Database) => checkIdentity(found, { create, readOnly });
    const db = openConnection(file, { readOnly, busyTimeout, create, quota: options.quota }, check);
    try {
      if (!readOnly) migrate(db);
      return storeOn(db, { file, busyTimeout, now, elsewhere: options.append });
    } catch (failure) {
      db.close();
      throw failure;
    }
  });
}

function storeOn(
  db: Database.Database,
  context: { readonly file: string; readonly busyTimeout: number; readonly now: () => Date } & {
    readonly elsewhere: SqliteOptions['append'];
  },
): SqliteStore {
  const { file, busyTimeout, now, elsewhere } = context;
  const tables = prepareTables(db);
  const append = db.transaction(appendWrites).immediate;
  const erase = db.transaction(prepareErase(db, tables)).immediate;
  const erased = db.prepare<[], string>('SELECT DISTINCT episode FROM erasure ORDER BY episode').pluck();
  const publish = db.transaction(tables.curricula.publish).immediate;
  const cached = db.transaction(cachedRows).deferred;
  const verifyFile = (path: string, outside?: Parameters<SqliteStore['verify']>[0]) =>
    verifyDatabase(
      () =>
        openConnection(path, { readOnly: true, busyTimeout }, (found) =>
          checkIdentity(found, { create: false, readOnly: true }),
        ),
      outside,
    );
  const demandOpen = () => {
    if (!db.open) throw new StepwellError('store-unavailable', 'The store is closed.');
  };
  const run = async <T>(work: () => T): Promise<T> => {
    demandOpen();
    return guard(work);
  };
  const write = async <T>(work: () => T | Promise<T>): Promise<T> => {
    demandOpen();
    try {
      return await guard(work);
    } finally {
      noteWrite();
    }
  };
  const stamp = createChangeStamp(db);
  return {
    append: (writes, idempotent) =>
      write(() => {
        checkWrites(writes);
        if (writes.length === 0 && idempotent === undefined) return { repeated: false };
        return elsewhere?.(writes, idempotent) ?? append(tables, writes, idempotent);
      }),
    answer: (key) => run(() => tables.commands.read(key)),
    read: (episode, afterVersion = 0) => run(() => tables.events.read(episode, afterVersion)),
    stamp: () => {
      demandOpen();
      return guard(stamp);
    },
    readAll: (afterPosition, limit) => run(() => tables.events.readAll(afterPosition, limit)),
    streams: (prefix) => run(() => tables.events.streams(prefix)),
    snapshot: (episode) => run(() => tables.snapshots.read(episode)),
    deleteSnapshots: () => run(() => tables.snapshots.clear()),
    due: (query) => run(() => tables.due.list(query)),
    episodesDue: (upTo, limit) => run(() => tables.due.episodes(upTo, limit)),
    caseload: (query) => run(() => tables.caseload.list(query)),
    courses: ({ site } = {}) => run(() => tables.courses.list(site)),
    worklist: (selection) => run(() => tables.worklists.list(selection)),
    cached: (episode) => run(() => cached(tables, episode)),
    publish: (curriculum) => run(() => publish(curriculum, now().toISOString())),
    curriculum: (id, version) => run(() => tables.curricula.read(id, version)),
    curricula: () => run(() => tables.curricula.list()),
    erase: (episode, order) =>
      write(() => {
        const count = erase(episode, order);
        // The write-ahead log still holds the pages as they were; this empties it.
        db.pragma('wal_checkpoint(TRUNCATE)');
        return count;
      }),
    erased: () => run(() => erased.all()),
    outsideHead: () => run(() => tables.head.read()),
    verify: async (outside) => {
      demandOpen();
      return verifyFile(file, outside);
    },
    backup: async (path) => {
      demandOpen();
      try {
        return await backupDatabase(db, path, verifyFile);
      } catch (failure) {
        throw sqliteFailure(failure);
      }
    },
    close: async () => void db.close(),
  };
}

/** Runs work and gives SQLite's failures as `StepwellError`s. */
function guard<T>(work: () => T): T {
  try {
    return work();
  } catch (failure) {
    throw sqliteFailure(failure);
  }
}
