import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AccessEntry } from '../../../src/access/access-entry.ts';
import { openAccessStore } from '../../../src/adapters/access/access-store.ts';
import { openClinic } from './clinic-subject.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stepwell-access-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const entry = (episode: string): AccessEntry => ({
  at: '2026-01-05T20:00:00.000Z',
  actor: 'kim',
  role: 'counselor',
  action: 'GET /api/episodes/:episode/status',
  kind: 'read',
  outcome: 'allowed',
  subjects: [{ episode, patient: 'p-1' }],
  basis: 'own-caseload',
  reason: null,
});

function filled(count: number): string {
  const file = join(folder, 'clinic.access');
  const store = openAccessStore(file);
  for (let n = 1; n <= count; n += 1) store.log.add(entry(`e-${n}`));
  store.close();
  return file;
}

/** Changes the file behind the back of the store, triggers off. */
function tamper(file: string, sql: string): void {
  const db = new Database(file);
  for (const name of db.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all())
    db.exec(`DROP TRIGGER ${String(name)}`);
  db.pragma('foreign_keys = OFF');
  db.exec(sql);
  db.close();
}

function verified(file: string, outside?: { entries: number; head: string }) {
  const store = openAccessStore(file);
  const found = store.log.verify(outside);
  store.close();
  return found;
}

describe('the access log', () => {
  it('agrees with itself, and is a file that its owner alone may read', () => {
    const file = filled(20);
    expect(verified(file)).toMatchObject({ ok: true, entries: 20 });
    expect(statSync(file).mode & 0o077).toBe(0);
  });

  it.each([
    [
      'a line that was edited',
      `UPDATE access_log SET entry = replace(entry, 'kim', 'lee') WHERE number = 7`,
      7,
    ],
    ['a line that was taken out', 'DELETE FROM access_log WHERE number = 7', 7],
    [
      'lines that changed places',
      'UPDATE access_log SET number = -7 WHERE number = 7; UPDATE access_log SET number = 7 WHERE number = 8; UPDATE access_log SET number = 8 WHERE number = -7',
      7,
    ],
  ])('names %s', (_, sql, number) => {
    const file = filled(20);
    tamper(file, sql);
    expect(verified(file)).toEqual({ ok: false, entries: 6, number });
  });

  it('that was cut short is found with a head that was kept elsewhere', () => {
    const file = filled(20);
    const kept = verified(file);
    if (!kept.ok) throw new Error('the log should agree');
    tamper(file, 'DELETE FROM access_log WHERE number > 15');
    expect(verified(file)).toMatchObject({ ok: true, entries: 15 });
    expect(verified(file, kept)).toEqual({ ok: false, entries: 15, number: 16 });
  });

  it.each([
    "UPDATE access_log SET entry = '{}' WHERE number = 2",
    'DELETE FROM access_log WHERE number = 3',
    "INSERT OR REPLACE INTO access_log (number, at, actor, entry, hash) VALUES (3, '', '', '{}', '')",
    'DELETE FROM access_subject',
  ])('is not changed by %s', (sql) => {
    const db = new Database(filled(3));
    db.pragma('recursive_triggers = ON');
    expect(() => db.exec(sql)).toThrow(/the log|only added after/);
    db.close();
  });

  it('is not made to grow without end by somebody who has not signed in: what is left out is counted', async () => {
    const clinic = await openClinic();
    const lines = () => clinic.access.log.list({ limit: 100 });
    const before = lines().length;
    for (let n = 0; n < 50; n += 1) expect((await clinic.ask('', 'GET', '/api/me')).status).toBe(401);
    expect(lines()).toHaveLength(before + 20);
    clinic.later(10);
    await clinic.ask('', 'GET', '/api/me');
    expect(lines()[0]).toMatchObject({ actor: null, outcome: 'denied', reason: 'and 30 more by guests' });
    expect(lines()).toHaveLength(before + 21);
  });

  it('answers an auditor who saw one patient, newest first, and logs that he asked', async () => {
    const clinic = await openClinic();
    const [kim, boss] = [clinic.person('kim', 'counselor'), clinic.person('boss', 'supervisor')];
    await clinic.ask(kim, 'GET', '/api/episodes/e-1/status');
    await clinic.ask(boss, 'GET', '/api/caseload');
    await clinic.ask(kim, 'GET', '/api/episodes/e-2/history');
    const auditor = clinic.person('ann', 'auditor');
    const page = async (path: string) => {
      const { items } = (await (await clinic.ask(auditor, 'GET', path)).json()) as { items: AccessEntry[] };
      return items.map(({ actor, outcome }) => `${actor} ${outcome}`);
    };
    expect(await page('/api/access-log?episode=e-1')).toEqual(['boss allowed', 'kim allowed']);
    expect(await page('/api/access-log?episode=e-2')).toEqual(['kim denied']);
    expect(await page('/api/access-log?actor=ann&limit=1')).toEqual(['ann allowed']);
    const check = await clinic.ask(auditor, 'GET', '/api/access-log/verification');
    expect(await check.json()).toMatchObject({ ok: true });
  });
});

describe('the file of accounts', () => {
  it('is not taken from something else, or from a newer release', () => {
    const other = join(folder, 'other.db');
    const db = new Database(other);
    db.exec('CREATE TABLE a (b)');
    db.close();
    expect(() => openAccessStore(other)).toThrow(/no file of accounts/);
    const file = filled(1);
    const newer = new Database(file);
    newer.pragma('user_version = 99');
    newer.close();
    expect(() => openAccessStore(file)).toThrow(/newer release/);
    expect(() => openAccessStore(folder)).toThrow(/cannot be opened/);
  });
});
