import { describe, expect, it } from 'vitest';
import { openEngine } from '../../../src/index.ts';

describe('a move to another level of care', () => {
  it('is a day on which the patient was seen, from which outreach counts', async () => {
    let today = '2026-03-04';
    const engine = await openEngine({ clock: { today: () => today, now: () => `${today}T12:00:00.000Z` } });
    const episode = 'e-1';
    await engine.admit({ episode, patient: 'p-1', curriculum: 'residential-to-community', stage: 'acute' });
    today = '2026-03-10';
    const physician = { episode, role: 'physician', subject: 'discharge' } as const;
    await engine.execute({ type: 'SignOff', ...physician });
    const moved = await engine.execute({ type: 'StepDown', episode, role: 'physician', stage: 'php' });
    expect(moved.accepted).toBe(true);
    const attendance = async () =>
      (await engine.status(episode)).monitors.find(({ id }) => id === 'attendance')?.state;
    expect(await attendance()).toBe('regular');
    today = '2026-03-14';
    expect(await attendance()).toBe('regular');
    today = '2026-03-15';
    expect(await attendance()).toBe('outreach');
    await engine.close();
  });
});
