import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSqliteStore } from '../../src/adapters/sqlite/open-sqlite-store.ts';
import type { StoredEvent } from '../../src/engine/event-store.ts';
import type { OutsideHead } from '../../src/engine/outside-head.ts';
import { StepwellError } from '../../src/engine/stepwell-error.ts';
import { temporaryFolder } from '../adapters/sqlite/temporary-folder.ts';
import { samples } from '../engine/store-samples.ts';

const COPIES = 60;

/** Random numbers from a seed (mulberry32), so that a failure can be repeated. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

describe('a damaged file', () => {
  const folder = temporaryFolder();
  const whole = join(folder.path, 'whole.db');
  let events: StoredEvent[];
  let outside: OutsideHead;

  beforeAll(async () => {
    const store = openSqliteStore({ file: whole, create: true });
    for (let at = 0; at < 150; at += 1) {
      const episode = `e${at % 7}`;
      const version = Math.floor(at / 7);
      const body = `{"at":${at},"text":"${'lorem ipsum '.repeat(at % 40)}"}`;
      const caseload = samples.caseload(episode);
      const due = [samples.due(episode, `task/${at}`, '2026-03-02')];
      await store.append([samples.write(episode, version, { events: [body], caseload, due })]);
    }
    events = await store.readAll(0, 1000);
    outside = await store.outsideHead();
    copyFileSync(whole, join(folder.path, 'early.db'));
    copyFileSync(`${whole}-wal`, join(folder.path, 'early.db-wal'));
    await store.close();
  });
  afterAll(() => folder.remove());

  const damage = (bytes: Buffer, next: () => number): Buffer => {
    const copy = Buffer.from(bytes);
    const page = Math.floor((next() * copy.length) / 4096) * 4096;
    const size = Math.min(4096, copy.length - page);
    for (let left = 1 + Math.floor(next() * 8); left > 0; left -= 1) {
      copy[page + Math.floor(next() * size)]! ^= 1 + Math.floor(next() * 255);
    }
    return copy;
  };

  /** What the store says about a file: a code, or that all is well, and then all has to be well. */
  const examine = async (file: string, head?: OutsideHead): Promise<string> => {
    try {
      const store = openSqliteStore({ file });
      try {
        const found = await store.verify(head);
        if (!found.ok) return found.problem.code;
        expect(await store.readAll(0, 1000)).toEqual(events);
        return 'unharmed';
      } finally {
        await store.close();
      }
    } catch (failure) {
      if (!(failure instanceof StepwellError)) throw failure;
      return failure.code;
    }
  };
  const clear = ['altered', 'missing', 'reordered', 'head-differs', 'damaged', 'corrupt-record'];
  const known = [...clear, 'not-a-database', 'newer-database', 'store-unavailable', 'unharmed'];

  it(`is named with a clear code or its events are unharmed, in ${COPIES} copies`, async () => {
    const seed = Number(process.env['STEPWELL_SEED'] ?? Date.now() % 1_000_000);
    const next = random(seed);
    const bytes = readFileSync(whole);
    const said: string[] = [];
    for (let copy = 0; copy < COPIES; copy += 1) {
      const file = join(folder.path, `${copy}.db`);
      writeFileSync(file, damage(bytes, next));
      const code = await examine(file);
      expect(known, `seed ${seed}, copy ${copy}`).toContain(code);
      said.push(code);
    }
    expect(said.filter((code) => code !== 'unharmed').length, `seed ${seed}`).toBeGreaterThan(COPIES / 4);
  });

  it('is named with the head kept outside where the log before the checkpoint was damaged', async () => {
    const seed = Number(process.env['STEPWELL_SEED'] ?? Date.now() % 1_000_000);
    const next = random(seed);
    const log = readFileSync(join(folder.path, 'early.db-wal'));
    for (let copy = 0; copy < 20; copy += 1) {
      const file = join(folder.path, `log-${copy}.db`);
      copyFileSync(join(folder.path, 'early.db'), file);
      writeFileSync(`${file}-wal`, damage(log, next));
      expect(known, `seed ${seed}, copy ${copy}`).toContain(await examine(file, outside));
    }
  });
});
