import { describe, expect, it } from 'vitest';
import { type Command, openEngine, StepwellError } from '../../src/index.ts';

const clock = { today: () => '2026-01-05', now: () => '2026-01-05T12:00:00.000Z' };
const admit: Command = { type: 'Admit', episode: 'e-1', patient: 'p-1', curriculum: 'matrix-iop' };
const note: Command = { type: 'AddNote', episode: 'e-1', text: 'seen in the hall' };

describe('a listener that fails', () => {
  it('neither undoes nor repeats what was written, and keeps nobody else from hearing of it', async () => {
    const engine = await openEngine({ clock, by: 'counselor-1' });
    await engine.admit(admit);
    const heard: number[] = [];
    engine.subscribe(() => {
      throw new StepwellError('version-conflict', 'a bug of the listener');
    });
    engine.subscribe(async () => {
      throw new Error('a later bug');
    });
    engine.subscribe(({ version }) => heard.push(version));
    expect(await engine.execute(note)).toMatchObject({ accepted: true, version: 2 });
    expect(heard).toEqual([2]);
    expect(await engine.history('e-1')).toHaveLength(2);
  });
});

describe('sixty commands given at once', () => {
  it('are all written, in one order', async () => {
    const engine = await openEngine({ clock, by: 'counselor-1' });
    await engine.admit(admit);
    const outcomes = await Promise.all(Array.from({ length: 60 }, () => engine.execute(note)));
    expect(outcomes.every((outcome) => outcome.accepted)).toBe(true);
    expect(await engine.history('e-1')).toHaveLength(61);
  });
});

describe('a curriculum', () => {
  it('is published by an admission, not by a preview or a refused one', async () => {
    const engine = await openEngine({ clock, by: 'counselor-1' });
    await engine.preview(admit);
    const refused = await engine.execute({ ...admit, cycleStarts: { nowhere: '2026-01-05' } } as Command);
    expect(refused.accepted).toBe(false);
    expect(await engine.store.curricula()).toEqual([]);
    await engine.admit(admit);
    expect(await engine.store.curricula()).toMatchObject([{ id: 'matrix-iop', version: '1.0.0' }]);
  });
});

describe('something that is no command', () => {
  it.each([null, undefined, 'AddNote', 7])('is refused as such: %s', async (input) => {
    const engine = await openEngine({ clock });
    await expect(engine.execute(input as never)).rejects.toMatchObject({ code: 'invalid-command' });
  });
});

describe('a moment', () => {
  it('is the same instant in whatever offset it is written, and an error where it is none', async () => {
    const engine = await openEngine({ clock, by: 'counselor-1' });
    await engine.admit(admit);
    for (const knownAt of [
      '2026-01-05T12:00:00Z',
      '2026-01-05T07:00:00-05:00',
      '2026-01-05T17:00:00.000+05:00',
    ])
      expect(await engine.history('e-1', { knownAt })).toHaveLength(1);
    await expect(engine.history('e-1', { knownAt: '2026-01-05T14:00:00+05:00' })).rejects.toMatchObject({
      code: 'not-found',
    });
    for (const moment of [{ knownAt: 'yesterday' }, { asOf: '2026-02-30' }, { asOf: '2026-1-5' }])
      await expect(engine.status('e-1', moment)).rejects.toMatchObject({ code: 'invalid-command' });
    await expect(engine.advanceClock('garbage')).rejects.toMatchObject({ code: 'invalid-command' });
  });
});
