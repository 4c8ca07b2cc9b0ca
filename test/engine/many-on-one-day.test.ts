import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openEngine } from '../../src/index.ts';
import { courseOf } from '../../src/program/course.ts';
import { emptyFold, tellFact } from '../../src/program/fold.ts';
import type { StandingFact } from '../../src/program/order-facts.ts';
import { createClinic, type Loose } from '../generators/clinic.ts';
import { SMALL_PLAN, smallCurriculum } from '../generators/small-curriculum.ts';

const TODAY = '2026-01-06';

describe('much that is recorded for one day', () => {
  it('is told as by somebody who reads it for the first time, in whatever order it came', async () => {
    const notes = ['a', 'b', 'c', 'd', 'e'].map((text): Loose => ({ type: 'AddNote', text }));
    const others: Loose[] = [
      { type: 'RecordAttendance', track: 'individual', status: 'attended' },
      { type: 'RecordUse', substances: ['alcohol'] },
      { type: 'RecordContact', reached: true },
      { type: 'AssignCounselor', counselor: 'lee' },
      { type: 'StartLeave' },
    ];
    const all = [...notes, ...others];
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(all, { minLength: 6 }),
        fc.constantFrom('2026-01-05', TODAY),
        async (commands, admitted) => {
          const clinic = createClinic([smallCurriculum()], { today: TODAY });
          await clinic.must({ type: 'Admit', patient: 'p-1', curriculum: 'small-iop', on: admitted });
          for (const command of commands) await clinic.tell(command);
          const fresh = createClinic([smallCurriculum()], { today: TODAY, store: clinic.store });
          const [one, other] = [fresh.engine, clinic.engine];
          expect(await one.status('e-1')).toEqual(await other.status('e-1'));
          expect(await one.history('e-1')).toEqual(await other.history('e-1'));
        },
      ),
      { numRuns: 25 },
    );
  });

  it('costs a step of the machine only where it moves something: otherwise the state stays the very same', () => {
    const course = courseOf(SMALL_PLAN);
    const at = (version: number, fact: object) => ({ version, fact: { by: 'c', ...fact } }) as StandingFact;
    const note = (version: number, text: string) => at(version, { type: 'NoteAdded', on: TODAY, text });
    const admitted = at(1, {
      type: 'Admitted',
      on: '2026-01-05',
      patient: 'p',
      curriculum: 'small-iop',
      version: '1',
    });
    const morning = tellFact(course, emptyFold(course), admitted);
    const [first, second] = [note(2, 'b'), note(3, 'a')];
    const once = tellFact(course, morning, first);
    expect(tellFact(course, once, second).snapshot).toBe(once.snapshot);
    // The one that came later belongs before, and the day is told anew from its beginning.
    const again = tellFact(course, morning, second);
    expect(again.snapshot).toBe(once.snapshot);
    expect(tellFact(course, again, first)).toEqual({ ...again, last: first });
  });

  it('is previewed without keeping others from recording', async () => {
    const engine = await openEngine({ clock: { today: () => TODAY, now: () => `${TODAY}T12:00:00.000Z` } });
    for (const episode of ['e-1', 'e-2'])
      await engine.admit({ episode, patient: `p-${episode}`, curriculum: 'matrix-iop' });
    const notes = Array.from(
      { length: 60 },
      (_, n) => ({ type: 'AddNote', episode: 'e-1', text: `${n}` }) as const,
    );
    const order: string[] = [];
    const preview = engine.preview(notes).then(() => order.push('the preview'));
    await new Promise<void>((resolve) => setImmediate(resolve));
    const write = engine
      .execute({ type: 'AddNote', episode: 'e-2', text: 'Called.' })
      .then(() => order.push('a note'));
    await Promise.all([preview, write]);
    expect(order).toEqual(['a note', 'the preview']);
  });

  it('is corrected field by field: a correction of hundreds of fields is none', async () => {
    const clinic = createClinic([smallCurriculum()], { today: TODAY });
    const fact = await clinic.must({ type: 'Admit', patient: 'p-1', curriculum: 'small-iop' });
    const change = Object.fromEntries(Array.from({ length: 51 }, (_, n) => [`k${n}`, 1]));
    await expect(clinic.tell({ type: 'Amend', fact, reason: 'x', change })).rejects.toMatchObject({
      code: 'invalid-command',
      message: expect.stringContaining('at most 50'),
    });
  });
});
