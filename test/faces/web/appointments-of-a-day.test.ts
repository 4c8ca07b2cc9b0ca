import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { evening, openPages, type PageSubject } from './page-subject.ts';

let clinic: PageSubject;
let kim: string;
const day = '2026-01-05';
const send = (fields: Record<string, string>) =>
  clinic.fill('/appointments', { key: randomUUID(), day, ...fields }, kim);
const listed = () => clinic.engine.appointments.list({ from: day, to: day });

beforeEach(async () => {
  clinic = await openPages();
  kim = clinic.person('kim', 'counselor');
  // Its site has a time zone from then on.
  await clinic.mustGroup(evening());
});

describe('an appointment on the page of its day', () => {
  it('is booked there, and kept with one tap, which is an attendance of the patient', async () => {
    const booked = await send({
      do: 'book',
      episode: 'e-1',
      kind: 'individual',
      start: '10:00',
      place: 'Room 3',
    });
    expect([booked.status, booked.to]).toEqual([303, `/today?day=${day}&said=book`]);
    const { text } = await clinic.page(`/today?day=${day}`, kim);
    expect(text).toMatch(
      /10:00 Individual: <a href="\/patients\/e-1">p-1<\/a>[^<]*<span class="meta">\d+ minutes, Room 3/,
    );
    const [one] = await listed();
    expect((await send({ do: 'keep', appointment: one!.appointment })).status).toBe(303);
    expect(await listed()).toMatchObject([{ status: 'kept' }]);
    const history = await clinic.engine.history('e-1');
    expect(history.at(-1)?.event).toMatchObject({ type: 'AttendanceRecorded', track: one!.track, by: 'kim' });
    expect((await clinic.page(`/today?day=${day}`, kim)).text).toContain('Take back');
  });

  it('is cancelled with a reason, and refused where the patient is elsewhere at that time', async () => {
    await send({ do: 'book', episode: 'e-1', start: '10:00' });
    const twice = await send({ do: 'book', episode: 'e-1', start: '10:15' });
    expect(twice.status).toBe(422);
    expect(twice.text).toMatch(/role="alert"[^>]*>\s*<p>[^<]*10:00/);
    expect(twice.text).toMatch(/name="start"[^>]*value="10:15"/);
    const [one] = await listed();
    const silent = await send({ do: 'cancel', appointment: one!.appointment, reason: '' });
    expect([silent.status, silent.text.includes('aria-invalid="true"')]).toEqual([400, true]);
    expect(silent.text).toMatch(
      /<details class="small-form" open><summary>Cancel it[\s\S]*?class="wrong"[^>]*>this is needed</,
    );
    expect((await send({ do: 'cancel', appointment: one!.appointment, reason: 'Snow.' })).status).toBe(303);
    expect(await listed()).toMatchObject([{ status: 'cancelled', reason: 'Snow.' }]);
  });

  it('is booked with all that the form of the page asks for', async () => {
    const { text } = await clinic.page(`/today?day=${day}`, kim);
    const form = text.slice(text.indexOf('Book an appointment'));
    const names = [...form.slice(0, form.indexOf('</form>')).matchAll(/name="(\w+)"/g)].map(
      ([, name]) => name,
    );
    const what = { do: 'book', key: 'k', day, episode: 'e-1', kind: 'family', start: '11:00' };
    const filled = {
      ...what,
      minutes: '30',
      place: 'Room 3',
      timeZone: 'America/New_York',
      override: 'Urgent.',
    };
    expect(Object.keys(filled).sort()).toEqual(names.sort());
    expect((await send(filled)).status).toBe(303);
    const where = { minutes: 30, place: 'Room 3', counselor: 'kim' };
    expect(await listed()).toMatchObject([{ kind: 'family', start: '11:00', ...where }]);
  });

  it('is moved to another day with a reason, and is told there', async () => {
    await send({ do: 'book', episode: 'e-1', start: '10:00', place: 'Room 3' });
    const [one] = await listed();
    const fields = { do: 'move', appointment: one!.appointment, date: '2026-01-06', start: '11:30' };
    const moved = await send({ ...fields, place: 'Room 4', reason: 'He works.' });
    expect([moved.status, moved.to]).toEqual([303, '/today?day=2026-01-06&said=move']);
    const { text } = await clinic.page('/today?day=2026-01-06&said=move', kim);
    expect(text).toMatch(/The appointment is moved[\s\S]*11:30 Individual[\s\S]*Room 4/);
  });

  it('is a matter of the one who sends it: the same key of somebody else is another', async () => {
    const sam = clinic.person('sam', 'supervisor');
    const fields = { key: 'same', day, do: 'book', episode: 'e-1' };
    await clinic.fill('/appointments', { ...fields, start: '09:00' }, kim);
    const other = await clinic.fill('/appointments', { ...fields, start: '15:00' }, sam);
    expect([other.status, (await listed()).length]).toEqual([303, 2]);
  });

  it('is not booked for a patient out of reach', async () => {
    const other = clinic.person('lee', 'counselor');
    const fields = { key: 'x', day, do: 'book', episode: 'e-1', start: '10:00' };
    expect((await clinic.fill('/appointments', fields, other)).status).toBe(404);
    expect(await listed()).toEqual([]);
  });
});
