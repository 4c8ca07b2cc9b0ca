import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createMemoryEventStore } from '../../src/adapters/memory/memory-event-store.ts';
import { loadCurriculumLibrary } from '../../src/curriculum-folder.ts';
import { createEngine } from '../../src/engine/create-engine.ts';
import { createTurns } from '../../src/engine/turns.ts';

const names = fc.option(fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1 }), { nil: undefined });
const work = fc.record({ of: names, fails: fc.boolean() });

it('work that names the same, or nothing, runs in its order and never at once; all of it is answered', async () => {
  const run = async (all: readonly { of: string[] | undefined; fails: boolean }[], s: fc.Scheduler) => {
    const inTurn = createTurns();
    const running = new Set<number>();
    const begun: number[] = [];
    const meet = (one: number, other: number) => {
      const [a, b] = [all[one]?.of, all[other]?.of];
      return a === undefined || b === undefined || a.some((name) => b.includes(name));
    };
    const told = all.map(({ of, fails }, n) =>
      inTurn(async () => {
        expect([...running].filter((other) => meet(n, other))).toEqual([]);
        expect(begun.filter((other) => other > n && meet(n, other))).toEqual([]);
        running.add(n);
        begun.push(n);
        await s.schedule(Promise.resolve());
        running.delete(n);
        if (fails) throw new Error('no');
        return n;
      }, of),
    );
    const answered = Promise.allSettled(told);
    await s.waitFor(answered);
    expect((await answered).map(({ status }) => status)).toEqual(
      all.map(({ fails }) => (fails ? 'rejected' : 'fulfilled')),
    );
  };
  await fc.assert(fc.asyncProperty(fc.array(work, { maxLength: 8 }), fc.scheduler(), run), { numRuns: 200 });
});

it('a patient is recorded while another one’s record is on its way to the disk, and not while his own is', async () => {
  const clock = { today: () => '2026-01-05', now: () => '2026-01-05T12:00:00.000Z' };
  const kept = createMemoryEventStore();
  let disk: Promise<unknown> = Promise.resolve();
  const append: typeof kept.append = async (writes, idempotent) => {
    if (writes[0]?.episode === 'e-1') await disk;
    return kept.append(writes, idempotent);
  };
  const engine = createEngine({ store: { ...kept, append }, library: loadCurriculumLibrary([]), clock });
  for (const episode of ['e-1', 'e-2'])
    await engine.admit({ episode, patient: `p-${episode}`, curriculum: 'matrix-iop' });
  const slow = Promise.withResolvers<void>();
  disk = slow.promise;
  const order: string[] = [];
  const note = async (episode: string, text: string) => {
    const outcome = await engine.execute({ type: 'AddNote', episode, text });
    order.push(`${text} ${outcome.accepted ? outcome.version : ''}`);
  };
  const first = [note('e-1', 'one'), note('e-1', 'two')];
  await note('e-2', 'other');
  expect(order).toEqual(['other 2']);
  slow.resolve();
  await Promise.all(first);
  expect(order).toEqual(['other 2', 'one 2', 'two 3']);
});
