import { beforeEach, describe, expect, it } from 'vitest';
import type { Command } from '../../../src/index.ts';
import { evening, openPages, type PageSubject } from './page-subject.ts';

let clinic: PageSubject;
beforeEach(async () => {
  clinic = await openPages();
});
const day = '2026-01-05';

describe('the page of a day', () => {
  it('shows a counselor an appointment with a patient of a colleague, and takes what became of it, but not his record', async () => {
    await clinic.mustGroup(evening());
    const given = {
      episode: 'e-2',
      date: day,
      start: '10:00',
      counselor: 'kim',
      site: 'south',
      timeZone: 'America/New_York',
    };
    await clinic.engine.appointments.execute({ type: 'BookAppointment', ...given });
    const kim = clinic.person('kim', 'counselor');
    const { text } = await clinic.page('/today', kim);
    expect(text).toContain('10:00 Individual: p-2');
    expect(text).not.toContain('href="/patients/e-2"');
    const [one] = await clinic.engine.appointments.list({ from: day, to: day });
    const kept = { do: 'keep', key: 'k', day, appointment: one?.appointment ?? '' };
    const sam = clinic.person('sam', 'counselor');
    expect((await clinic.page('/today', sam)).text).not.toContain('p-2');
    expect((await clinic.fill('/appointments', kept, sam)).status).toBe(404);
    expect((await clinic.fill('/appointments', kept, kim)).status).toBe(303);
    expect(await clinic.engine.appointments.list({ from: day, to: day })).toMatchObject([{ status: 'kept' }]);
    expect((await clinic.page('/patients/e-2', kim)).status).toBe(404);
  });

  it('tells work once for all patients who need the same', async () => {
    const { engine } = clinic;
    const admit = { curriculum: 'matrix-iop', on: day, counselor: 'kim' };
    for (let n = 10; n < 19; n += 1) await engine.admit({ ...admit, episode: `e-${n}`, patient: `p-${n}` });
    clinic.later(10 * 1440);
    await engine.advanceClock('2026-01-15');
    const { text } = await clinic.page('/today', clinic.person('kim', 'counselor'));
    const waits = text.slice(text.indexOf('What waits for you'));
    expect(waits.match(/<h3>Call the patient/g)).toHaveLength(1);
    expect(waits.match(/\/task\?task=attendance%2Foutreach%2Fcall-patient">done/g)).toHaveLength(10);
    expect(waits).toContain('and 4 more<span class="hide">: Call the patient');
  });

  it('says where there are more patients than it has room for, and a new one is still not admitted twice', async () => {
    const refer = { type: 'Refer', on: day, counselor: 'kim', site: 'north' } as const;
    const alex = clinic.person('alex', 'supervisor');
    expect((await clinic.page('/today', alex)).text).not.toContain('more patients than');
    const referrals = Array.from({ length: 300 }, (_, n) => ({
      ...refer,
      episode: `a-${n}`,
      patient: `q-${n}`,
    }));
    await clinic.engine.execute(referrals);
    const { text } = await clinic.page('/today', alex);
    expect(text).toContain('here are the meetings of the first 300');
    const fields = { do: 'admit', patient: 'p-1', curriculum: 'matrix-iop', counselor: 'kim', site: 'north' };
    const again = await clinic.fill('/new-patient', { key: 'n-1', on: day, ...fields }, alex);
    expect([again.status, again.text.includes('is in treatment here already')]).toEqual([422, true]);
  });

  it('names a patient on leave for whom work waits, and on a day without a meeting says when the next one is', async () => {
    await clinic.mustGroup(evening());
    const away = { type: 'StartLeave', episode: 'e-1', expectedReturn: '2026-01-06', reason: 'A journey.' };
    await clinic.engine.execute(away as Command);
    clinic.later(3 * 1440);
    await clinic.engine.advanceClock('2026-01-08');
    const { text } = await clinic.page('/today', clinic.person('kim', 'counselor'));
    expect(text).toMatch(
      /Next: <a href="\/today\?day=2026-01-09">Fri 9 Jan 18:00<\/a>, Relapse prevention, evenings/,
    );
    expect(text).toMatch(
      /<a href="\/patients\/e-1">p-1<\/a>[^\n]*href="\/patients\/e-1\/return-from-leave">end the leave/,
    );
  });

  it('with very many patients is one line for each meeting, and opens the roster that is asked for', async () => {
    const admit = {
      type: 'Admit',
      curriculum: 'matrix-iop',
      on: day,
      counselor: 'kim',
      site: 'north',
    } as const;
    const many = Array.from(
      { length: 90 },
      (_, n): Command => ({ ...admit, episode: `m-${n}`, patient: `many-${n}` }),
    );
    await clinic.engine.execute(many);
    const alex = clinic.person('alex', 'supervisor');
    const { text } = await clinic.page('/today', alex);
    expect(text).toContain('<b class="warn">91 not recorded</b>');
    expect(text).not.toContain('name="status-m-1"');
    expect(Buffer.byteLength(text)).toBeLessThan(40_000);
    const [, to = ''] = /href="(\/today\?day=[^"]+&amp;open=[^"]+)"/.exec(text) ?? [];
    expect((await clinic.page(to.replaceAll('&amp;', '&'), alex)).text).toContain('name="status-m-1"');
  });
});
