import { expect, it } from 'vitest';
import { openEngine } from '../../src/index.ts';

it('a day’s clock over many episodes lets others write and be answered in between', async () => {
  let today = '2026-01-05';
  const engine = await openEngine({ clock: { today: () => today, now: () => `${today}T12:00:00.000Z` } });
  for (let n = 0; n < 12; n += 1)
    await engine.admit({ episode: `e-${n}`, patient: `p-${n}`, curriculum: 'matrix-iop' });
  today = '2026-02-05';
  const order: string[] = [];
  const clock = engine.advanceClock(today).then(({ touched }) => order.push(`clock over ${touched}`));
  const note = { type: 'AddNote', episode: 'e-11', text: 'Called.' } as const;
  const timer = new Promise<void>((resolve) => setImmediate(resolve)).then(() =>
    order.push('the event loop'),
  );
  const write = engine.execute(note).then(() => order.push('a note'));
  await Promise.all([clock, timer, write]);
  expect(order.toSorted()).toEqual(['a note', 'clock over 12', 'the event loop']);
  expect(order.at(-1)).toBe('clock over 12');
});
