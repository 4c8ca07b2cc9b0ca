import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openConnection } from '../../../src/adapters/sqlite/open-connection.ts';
import { openSqliteStore } from '../../../src/adapters/sqlite/open-sqlite-store.ts';
import type { SqliteStore } from '../../../src/adapters/sqlite/sqlite-store.ts';
import { samples } from '../../engine/store-samples.ts';
import { temporaryFolder } from './temporary-folder.ts';

const { write } = samples;

describe('openSqliteStore', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let file: string;
  let store: SqliteStore;
  beforeEach(() => {
    folder = temporaryFolder();
    file = join(folder.path, 'clinic.db');
    store = openSqliteStore({ file, create: true, now: () => new Date('2026-03-02T09:00:00Z') });
  });
  afterEach(async () => {
    await store.close();
    folder.remove();
  });

  /** Runs SQL as somebody else with the file would. */
  const outside = (sql: string) => {
    const db = new Database(file);
    try {
      return db.prepare(sql).run();
    } finally {
      db.close();
    }
  };

  it('sets on every connection what the record rests on', () => {
    const db = openConnection(file, { readOnly: false, busyTimeout: 5000 });
    const setting = (name: string) => db.pragma(name, { simple: true });
    expect(setting('journal_mode')).toBe('wal');
    expect(setting('synchronous')).toBe(2);
    expect(setting('trusted_schema')).toBe(0);
    expect(setting('cell_size_check')).toBe(1);
    expect(setting('foreign_keys')).toBe(1);
    expect(setting('secure_delete')).toBe(1);
    expect(setting('temp_store')).toBe(2);
    expect(setting('busy_timeout')).toBe(5000);
    db.close();
  });

  it('opens a file again with all that was written', async () => {
    await store.append([write('a', 0)]);
    await store.close();
    store = openSqliteStore({ file });
    expect(await store.read('a')).toHaveLength(1);
  });

  it('lets a second connection see and add what the first one wrote', async () => {
    const other = openSqliteStore({ file });
    await store.append([write('a', 0)]);
    await other.append([write('a', 1)]);
    await expect(store.append([write('a', 1)])).rejects.toMatchObject({ code: 'version-conflict' });
    await other.close();
  });

  it.skipIf(process.platform === 'win32')('keeps the record from other users of the machine', async () => {
    await store.append([write('a', 0)]);
    await store.backup(join(folder.path, 'copy.db'));
    for (const name of readdirSync(folder.path)) {
      const rights = statSync(join(folder.path, name)).mode & 0o777;
      expect({ name, rights }).toEqual({ name, rights: 0o600 });
    }
  });

  it('verifies what was there while others go on writing', async () => {
    const events = Array.from({ length: 1200 }, (_, at) => `{"at":${at}}`);
    await store.append([write('a', 0, { events })]);
    const verifying = store.verify();
    for (let version = 1200; version < 1210; version += 1) await store.append([write('a', version)]);
    expect(await verifying).toMatchObject({ ok: true, events: 1200 });
    expect(await store.verify()).toMatchObject({ ok: true, events: 1210 });
  });

  it('waits for another writer, and then says store-busy', async () => {
    const impatient = openSqliteStore({ file, busyTimeout: 50 });
    const db = new Database(file);
    db.exec('BEGIN IMMEDIATE');
    await expect(impatient.append([write('a', 0)])).rejects.toMatchObject({ code: 'store-busy' });
    db.exec('ROLLBACK');
    db.close();
    await impatient.append([write('a', 0)]);
    await impatient.close();
  });

  it('reads with readOnly, and refuses to write', async () => {
    await store.append([write('a', 0)]);
    const reader = openSqliteStore({ file, readOnly: true });
    expect(await reader.read('a')).toHaveLength(1);
    expect(await reader.verify()).toMatchObject({ ok: true });
    await expect(reader.append([write('a', 1)])).rejects.toMatchObject({ code: 'read-only' });
    await expect(reader.deleteSnapshots()).rejects.toMatchObject({ code: 'read-only' });
    await reader.close();
  });

  it.each([
    ["UPDATE event SET body = '{}'", 'changed'],
    ['UPDATE event SET body = NULL, salt = NULL', 'changed'],
    ['UPDATE event SET position = position + 10', 'changed'],
    ['DELETE FROM event', 'deleted'],
    [
      `INSERT OR REPLACE INTO event (position, episode, version, recorded_at, digest, hash, head, salt, body)
       SELECT position, episode, version, recorded_at, digest, hash, head, salt, '{}' FROM event`,
      'after the last',
    ],
    [
      `INSERT OR REPLACE INTO event (position, episode, version, recorded_at, digest, hash, head, salt, body)
       SELECT position + 1, episode, version, recorded_at, digest, hash, head, salt, '{}' FROM event`,
      'after the last',
    ],
    ["UPDATE curriculum SET body = ''", 'changed'],
    ['DELETE FROM curriculum', 'deleted'],
    [
      `INSERT OR REPLACE INTO curriculum (id, version, hash, body, published_at)
       SELECT id, version, 'x', 'x', 'x' FROM curriculum`,
      'replaced',
    ],
    ['DELETE FROM head', 'deleted'],
    ['DELETE FROM erasure', 'deleted'],
    ["UPDATE erasure SET reason = ''", 'changed'],
  ])('keeps the record by triggers against %s', async (sql, message) => {
    await store.append([write('a', 0)]);
    await store.publish({ id: 'matrix-iop', version: '1.0.0', hash: 'h', body: 'b' });
    await store.append([write('z', 0)]);
    await store.erase('z', { recordedAt: samples.recordedAt, by: 'officer', reason: 'law' });
    expect(() => outside(sql)).toThrow(message);
  });

  it.each(['event_stays', 'event_is_unchanged', 'head_stays'])(
    'finds by verify that the trigger %s was taken away',
    async (name) => {
      outside(`DROP TRIGGER ${name}`);
      expect(await store.verify()).toMatchObject({ ok: false, problem: { code: 'damaged' } });
    },
  );

  it('refuses to add to a log whose tail was cut off', async () => {
    await store.append([write('a', 0)]);
    const db = new Database(file);
    const { sql } = db
      .prepare<[], { sql: string }>("SELECT sql FROM sqlite_schema WHERE name = 'event_stays'")
      .get()!;
    db.exec('DROP TRIGGER event_stays');
    db.exec('DELETE FROM event');
    db.exec(sql);
    db.close();
    await expect(store.append([write('b', 0)])).rejects.toMatchObject({ code: 'corrupt-record' });
  });

  it('reads caseload and due rows through an index', async () => {
    const db = new Database(file);
    const plan = (sql: string) =>
      db
        .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
        .all()
        .map((row) => row.detail)
        .join('; ');
    expect(
      plan(
        "SELECT * FROM caseload WHERE counselor = 'x' AND ended_on IS NULL AND 1 = 1 ORDER BY episode LIMIT 40",
      ),
    ).toBe('SEARCH caseload USING INDEX caseload_of_a_counselor (counselor=? AND ended_on=?)');
    expect(plan("SELECT * FROM due WHERE due_on <= 'x' AND work = 1 ORDER BY due_on, episode, item")).toBe(
      'SEARCH due USING INDEX due_for_everyone (due_on<?)',
    );
    expect(plan("SELECT * FROM due WHERE counselor = 'x' ORDER BY due_on, episode, item")).toBe(
      'SEARCH due USING INDEX due_for_a_counselor (counselor=?)',
    );
    db.close();
  });

  it('leaves no byte of an erased episode in the file or beside it', async () => {
    const canary = 'canary-7f3a';
    const long = `{"text":"${`${canary} `.repeat(700)}"}`;
    for (let version = 0; version < 60; version += 1) {
      const events = [version % 7 === 0 ? long : `{"text":"${canary}"}`];
      const caseload = samples.caseload('a', { patient: canary, blockers: [canary] });
      const due = [samples.due('a', `task/${version}`, '2026-03-02', { title: canary, counselor: canary })];
      const snapshot = { planHash: 'p', body: long };
      const command = { key: `k${version}`, fingerprint: canary, answer: long };
      await store.append([write('a', version, { events, caseload, due, snapshot })], command);
      const other = write(`b${version}`, 0, { caseload: samples.caseload(`b${version}`) });
      await store.append([other]);
    }
    await store.erase('a', { recordedAt: samples.recordedAt, by: 'officer', reason: 'law' });
    for (const name of readdirSync(folder.path)) {
      const found = readFileSync(join(folder.path, name)).indexOf(canary);
      expect({ name, found }).toEqual({ name, found: -1 });
    }
    expect(await store.verify()).toMatchObject({ ok: true, events: 121 });
  });
});
