import { beforeEach, describe, expect, it } from 'vitest';
import { evening } from '../web/page-subject.ts';
import { type ClinicSubject, openClinic } from './clinic-subject.ts';

const MEETING = '2026-01-05T18:00';

let clinic: ClinicSubject;
let kim: string;
const send = (path: string, body: object, key: string) =>
  clinic.ask(kim, 'POST', `/api/${path}`, body, { 'idempotency-key': key });

beforeEach(async () => {
  clinic = await openClinic();
  kim = clinic.person('kim', 'counselor');
});

describe("a colleague's patient who was erased", () => {
  const keep = { type: 'KeepAppointment', appointment: '2026-01-05-1', guests: 1 };
  const cancel = { type: 'CancelAppointment', appointment: '2026-01-06-1', reason: 'arrested' };

  it('is told to nobody by appointments, feeds, rosters and answers of before, and nothing is changed of him', async () => {
    const { engine } = clinic;
    const booking = { type: 'BookAppointment', episode: 'e-2', start: '08:00', counselor: 'kim' } as const;
    for (const date of ['2026-01-05', '2026-01-06', '2026-01-07'])
      await engine.appointments.execute({ ...booking, date, timeZone: 'America/New_York', place: 'R7' });
    await clinic.ask(kim, 'POST', '/api/groups', evening());
    for (const episode of ['e-1', 'e-2'])
      await engine.groups.execute({ type: 'JoinGroup', group: 'evening', episode });
    const { url } = (await (
      await clinic.ask(kim, 'POST', '/api/calendar-links', { of: 'counselor' })
    ).json()) as { url: string };
    const feed = async () => (await clinic.app.request(new URL(url).pathname)).text();
    const asked = [
      '/api/appointments?from=2026-01-01&to=2026-01-31',
      '/api/groups/evening',
      `/api/groups/evening/meetings/${MEETING}`,
    ];
    const told = async () =>
      Promise.all(asked.map(async (path) => (await clinic.ask(kim, 'GET', path)).text()));
    expect((await send('appointments', keep, 'A')).status).toBe(200);
    expect((await send('appointments', cancel, 'C')).status).toBe(200);
    for (const text of await told()) expect(text).toContain('e-2');
    expect(await feed()).toContain('R7');

    await engine.erase('e-2', { reason: 'order 12', by: 'officer' });
    for (const text of await told()) expect(text).not.toContain('e-2');
    expect(await feed()).not.toContain('R7');
    const move = { type: 'MoveAppointment', appointment: '2026-01-07-1', start: '10:00', reason: 'ill' };
    const reopen = { type: 'ReopenAppointment', appointment: '2026-01-05-1', reason: 'a mistake' };
    for (const [key, command] of Object.entries({ A: keep, C: cancel, M: move, R: reopen })) {
      const answer = await send('appointments', command, key);
      expect([key, answer.status, await answer.text()]).toEqual([
        key,
        404,
        expect.not.stringContaining('e-2'),
      ]);
    }
    expect(clinic.errors).toEqual([]);
  });
});
