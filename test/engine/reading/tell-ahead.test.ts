import { expect, it } from 'vitest';
import { loadCurriculumLibrary } from '../../../src/curriculum-folder.ts';
import { createEngine } from '../../../src/engine/create-engine.ts';
import { createMemoryEventStore, type Engine, type EventStore } from '../../../src/index.ts';

let today = '2026-03-02';
const clock = { today: () => today, now: () => `${today}T12:00:00.000Z` };

/** A store in memory that counts how often a stream is read, and engines over it. */
async function clinic(count: number) {
  today = '2026-03-02';
  const kept = createMemoryEventStore();
  const reads: string[] = [];
  const store: EventStore = {
    ...kept,
    read: (episode, after) => {
      reads.push(episode);
      return kept.read(episode, after);
    },
  };
  const library = loadCurriculumLibrary([]);
  const pause = () => new Promise<void>((resolve) => setImmediate(resolve));
  const open = (keptBytes?: number): Engine => createEngine({ store, library, clock, pause, keptBytes });
  const first = open();
  for (let n = 0; n < count; n += 1) {
    await first.admit({ episode: `e-${n}`, patient: `p-${n}`, curriculum: 'matrix-iop', counselor: 'kim' });
    await first.execute({ type: 'RecordDrugTest', episode: `e-${n}`, result: 'negative' });
  }
  const ended = { type: 'Discharge', episode: 'e-0', discharge: 'transferred', reason: 'Moved.' } as const;
  expect(await first.execute(ended)).toMatchObject({ accepted: true });
  reads.length = 0;
  return { first, open, reads };
}

it('tells the open episodes of a day, so that whoever asks does not wait for the store', async () => {
  const { first, open, reads } = await clinic(4);
  const server = open();
  today = '2026-03-04';
  expect(await server.tellAhead()).toEqual({ episodes: 3, groups: 0, all: true });
  reads.length = 0;
  const told = await server.status('e-2');
  expect(reads).toEqual([]);
  expect(told).toEqual(await open().status('e-2'));
  await first.execute({ type: 'AddNote', episode: 'e-2', text: 'Called.' });
  expect((await server.status('e-2')).version).toBe(told.version + 1);
});

it('ends where there is no more room, when it is told to, and when the day is over; others are answered meanwhile', async () => {
  const { open } = await clinic(6);
  expect(await open(8_000).tellAhead()).toMatchObject({ episodes: 3, all: false });
  const server = open();
  const stop = new AbortController();
  const order: string[] = [];
  const telling = server.tellAhead(stop.signal).then((told) => order.push(`told ${told.all}`));
  await new Promise((resolve) => setImmediate(resolve));
  order.push((await server.status('e-5')).patient ?? '');
  stop.abort();
  await telling;
  expect(order).toEqual(['p-5', 'told false']);
  const later = open().tellAhead();
  await new Promise((resolve) => setImmediate(resolve));
  today = '2026-03-05';
  expect((await later).all).toBe(false);
});
