import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqliteStore } from '../../../src/adapters/sqlite/open-sqlite-store.ts';
import type { OutsideHead } from '../../../src/engine/outside-head.ts';
import { samples } from '../../engine/store-samples.ts';
import { tamperWithFile } from './tamper-with-file.ts';
import { temporaryFolder } from './temporary-folder.ts';

const script = join(import.meta.dirname, 'outside-check.mjs');

/** Runs the independent script, which shares no code with the store. */
function check(file: string, outside?: OutsideHead): { status: number | null; said: string } {
  const more = outside === undefined ? [] : [String(outside.count), outside.head];
  const { status, stdout } = spawnSync(process.execPath, [script, file, ...more], { encoding: 'utf8' });
  return { status, said: stdout.trim() };
}

describe('the chain, checked from outside', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let file: string;
  let outside: OutsideHead;
  beforeEach(async () => {
    folder = temporaryFolder();
    file = join(folder.path, 'clinic.db');
    const store = openSqliteStore({ file, create: true });
    const names = ['a', 'quote " and \\ and é😀', 'c'];
    for (let at = 0; at < 30; at += 1) {
      await store.append([samples.write(names[at % 3]!, Math.floor(at / 3))]);
    }
    await store.erase('c', { recordedAt: samples.recordedAt, by: 'officer', reason: 'law' });
    outside = await store.outsideHead();
    await store.close();
  });
  afterEach(() => folder.remove());

  it('agrees with the store, erased bodies included', () => {
    expect(check(file)).toEqual({ status: 0, said: `31 ${outside.head}` });
    expect(check(file, outside).status).toBe(0);
  });

  it('finds the same first altered event as the store', async () => {
    for (const position of [1, 14, 29]) {
      tamperWithFile(file, (events) => ({
        events: events.map((event) =>
          event.position === position ? { ...event, recordedAt: 'another' } : event,
        ),
      }));
      const store = openSqliteStore({ file });
      expect(await store.verify()).toMatchObject({ ok: false, problem: { position } });
      await store.close();
      expect(check(file)).toEqual({ status: 1, said: `position ${position}: hash` });
      tamperWithFile(file, (events) => ({
        events: events.map((event) =>
          event.position === position ? { ...event, recordedAt: samples.recordedAt } : event,
        ),
      }));
    }
  });

  it('finds a cut tail, and with the head kept outside also one with the head put back', () => {
    tamperWithFile(file, (events) => ({ events: events.slice(0, 20) }));
    expect(check(file).status).toBe(1);
    tamperWithFile(file, (events) => ({ events, head: { count: 20, head: events[19]!.head } }));
    expect(check(file).status).toBe(0);
    expect(check(file, outside).status).toBe(1);
  });
});
