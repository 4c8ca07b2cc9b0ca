import { expect, it } from 'vitest';
import type { SessionUse } from '../../../src/access/session.ts';
import { openClinic } from './clinic-subject.ts';

it('a session that is used stays good while its use is still being written, and where that fails', async () => {
  const given: SessionUse[][] = [];
  const clinic = await openClinic({
    noteUses: async (uses) => {
      given.push([...uses]);
      if (given.length === 1) await new Promise(() => {});
      if (given.length === 2) throw new Error('busy');
    },
  });
  const kim = clinic.person('kim', 'counselor');
  const lee = clinic.person('lee', 'counselor');
  const me = async (cookie: string) => (await clinic.ask(cookie, 'GET', '/api/me')).status;
  for (let time = 0; time < 3; time += 1) {
    clinic.later(20);
    expect([await me(kim), await me(kim), await me(lee)]).toEqual([200, 200, 200]);
    await new Promise((resolve) => setImmediate(resolve));
  }
  // Each use is given once, those that come together at once.
  expect(given.map((uses) => uses.length)).toEqual([2, 2, 2]);
  expect(clinic.errors).toEqual([new Error('busy')]);
  clinic.later(31);
  expect(await me(kim)).toBe(401);
});
