import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadCurriculumLibrary } from '../../../src/curriculum-folder.ts';
import { EpisodeReader } from '../../../src/engine/episode-reader.ts';
import { PlanShelf } from '../../../src/engine/plan-shelf.ts';
import { type Engine, openEngine } from '../../../src/index.ts';

/** Three patients of two engines on one file: a server that writes in a thread of its own, and another program beside it. */
const PATIENTS = ['e-0', 'e-1', 'e-2'];
let folder: string;
let engines: Engine[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stepwell-stale-'));
  const clock = { today: () => '2026-03-02', now: () => '2026-03-02T12:00:00.000Z' };
  const file = join(folder, 'clinic.db');
  const open = (writeThread: boolean) => openEngine({ file, clock, timeZone: 'UTC', writeThread });
  engines = [await open(true), await open(false)];
  for (const episode of PATIENTS)
    await engines[0]!.admit({ episode, patient: `p-${episode}`, curriculum: 'matrix-iop', counselor: 'lee' });
});

afterEach(async () => {
  for (const engine of engines) await engine.close();
  rmSync(folder, { recursive: true });
});

const step = fc.record({
  by: fc.nat(1),
  patient: fc.nat(PATIENTS.length - 1),
  does: fc.constantFrom('note', 'note', 'read', 'wait'),
});

describe('two engines on one record that read and write at once', () => {
  it('each tell what was written last, by whomever, as soon as it was acknowledged', async () => {
    const written = PATIENTS.map(() => 1);
    const run = async (steps: readonly (typeof step extends fc.Arbitrary<infer S> ? S : never)[]) => {
      for (const { by, patient, does } of steps) {
        const episode = PATIENTS[patient]!;
        const engine = engines[by]!;
        if (does === 'wait') await new Promise(setImmediate);
        if (does === 'note') {
          const outcome = await engine.execute({ type: 'AddNote', episode, text: 'Called.' });
          expect(outcome.accepted).toBe(true);
          written[patient]! += 1;
        }
        for (const reader of engines) expect((await reader.status(episode)).version).toBe(written[patient]);
      }
    };
    await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 12 }), run), { numRuns: 30 });
  });

  it('answer reads that run beside writes with what was acknowledged before, or later', async () => {
    const acknowledged = PATIENTS.map(() => 1);
    const writer = async (patient: number) => {
      for (let n = 0; n < 20; n += 1) {
        const episode = PATIENTS[patient]!;
        await engines[patient % 2]!.execute({ type: 'AddNote', episode, text: `Call ${n}.` });
        acknowledged[patient]! += 1;
        if (n % 3 === 0) await new Promise(setImmediate);
      }
    };
    let reading = true;
    let reads = 0;
    const reader = async (engine: Engine) => {
      while (reading) {
        for (const [patient, episode] of PATIENTS.entries()) {
          const least = acknowledged[patient]!;
          expect((await engine.status(episode)).version).toBeGreaterThanOrEqual(least);
          reads += 1;
        }
        await new Promise(setImmediate);
      }
    };
    const readers = engines.map(reader);
    await Promise.all([...PATIENTS.keys()].map(writer));
    reading = false;
    await Promise.all(readers);
    for (const engine of engines)
      expect(await Promise.all(PATIENTS.map(async (id) => (await engine.status(id)).version))).toEqual([
        21, 21, 21,
      ]);
    expect(reads).toBeGreaterThan(30);
  });
});

describe('an engine that writes in a thread of its own', () => {
  it('tells failures of the store by their codes, and has everything on disk that it acknowledged when it is closed', async () => {
    const [own, other] = engines as [Engine, Engine];
    const note = { type: 'AddNote', episode: 'e-0', text: 'Called.' } as const;
    await own.execute(note, { key: 'k-1' });
    await expect(own.execute({ ...note, text: 'Wrote.' }, { key: 'k-1' })).rejects.toMatchObject({
      code: 'idempotency-key-reused',
    });
    const write = { episode: 'e-0', recordedAt: '2026-03-02T12:00:00.000Z', events: ['{}'] };
    const rest = { snapshot: null, due: null, caseload: null };
    await expect(own.store.append([{ ...write, ...rest, expectedVersion: 7 }])).rejects.toMatchObject({
      code: 'version-conflict',
      details: { episode: 'e-0', expected: 7, present: 2 },
    });
    const last = Promise.all([own.execute(note), own.execute(note)]);
    await last;
    await own.close();
    await expect(own.execute(note)).rejects.toMatchObject({ code: 'store-unavailable' });
    expect((await other.status('e-0')).version).toBe(4);
  });
});

describe('what an engine remembers of episodes', () => {
  it('is never put back to what somebody read before it', async () => {
    const { store } = engines[0]!;
    const reader = new EpisodeReader(store, new PlanShelf(store, loadCurriculumLibrary([])));
    const before = await reader.read('e-0');
    await engines[0]!.execute({ type: 'AddNote', episode: 'e-0', text: 'Called.' });
    await reader.read('e-0');
    reader.keep(before!);
    expect((await reader.read('e-0'))?.records.length).toBe(2);
  });

  it('is bounded, and every answer is the same where it remembers next to nothing', async () => {
    const file = join(folder, 'clinic.db');
    const small = await openEngine({ file, keptBytes: 1, timeZone: 'UTC' });
    engines.push(small);
    for (const episode of PATIENTS) {
      await small.execute({ type: 'AddNote', episode, on: '2026-03-02', text: 'Called.' });
      const asOf = { asOf: '2026-03-09' };
      expect(await small.status(episode, asOf)).toEqual(await engines[0]!.status(episode, asOf));
    }
  });
});
