import { describe, expect, it } from 'vitest';
import { openEngine } from '../../src/index.ts';

const clock = { today: () => '2026-01-05', now: () => '2026-01-05T20:00:00.000Z' };

describe('whose patient somebody is', () => {
  it.each([
    ['ann', 'ben'],
    ['ben', 'ann'],
  ])('is decided by the assignment of a day that was recorded last: %s, then %s', async (first, second) => {
    const engine = await openEngine({ clock, by: 'setup' });
    await engine.admit({ episode: 'e', patient: 'p', curriculum: 'matrix-iop', counselor: 'kim' });
    for (const counselor of [first, second])
      await engine.execute({ type: 'AssignCounselor', episode: 'e', counselor });
    const [row] = await engine.caseload({ episode: 'e', limit: 1 });
    expect([(await engine.status('e')).counselor, row?.counselor]).toEqual([second, second]);
    await engine.close();
  });
});
