import { beforeEach, describe, expect, it } from 'vitest';
import { hashOfSecret } from '../../../src/faces/http/secret-token.ts';
import { evening, openPages, type PageSubject } from '../web/page-subject.ts';
import { ORIGIN } from './clinic-subject.ts';

let clinic: PageSubject;
let kim: string;
beforeEach(async () => {
  clinic = await openPages();
  kim = clinic.person('kim', 'counselor');
  await clinic.mustGroup(evening());
  for (const episode of ['e-1', 'e-2'])
    await clinic.mustGroup({ type: 'JoinGroup', group: 'evening', episode });
});

type Made = { readonly id: string; readonly url: string; readonly until: string };
const make = async (body: object, who = kim) => {
  const answer = await clinic.ask(who, 'POST', '/api/calendar-links', body);
  return { status: answer.status, ...((await answer.json()) as Made) };
};
/** Asks a link as a calendar program does: without signing in, and from no page. */
const fetchCalendar = (url: string) => clinic.app.request(url.replace(ORIGIN, ''));
const revoke = (id: string, who = kim) => clinic.ask(who, 'POST', `/api/calendar-links/${id}/revocation`, {});
const ANY = `${ORIGIN}/api/calendars/cal_${'x'.repeat(43)}.ics`;
const eventsOf = (text: string) =>
  text
    .split('BEGIN:VEVENT')
    .slice(1)
    .map((event) => event.replaceAll('\r\n ', ''));
const lastLine = () => clinic.access.log.list({ limit: 1 })[0];

describe('a calendar link', () => {
  it('shows a patient’s meetings without signing in, with neutral titles and the zone, and is kept by no cache', async () => {
    const { url, status } = await make({ of: 'patient', episode: 'e-1' });
    expect(status).toBe(201);
    const answer = await fetchCalendar(url);
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
      ...[200, 'text/calendar; charset=utf-8', 'no-store'],
    ]);
    const text = await answer.text();
    expect(text).toContain('TZID:America/New_York');
    expect(eventsOf(text)[0]).toContain('DTSTART;TZID=America/New_York:20260105T180000');
    for (const word of ['e-1', 'e-2', 'p-1', 'kim', 'north', 'Relapse', 'Topic', 'evening'])
      expect(text).not.toContain(word);
  });

  it('follows what is moved and cancelled, with a sequence that rises', async () => {
    const { url } = await make({ of: 'group', group: 'evening' });
    const before = eventsOf(await (await fetchCalendar(url)).text());
    const friday = { group: 'evening', meeting: '2026-01-09T18:00', reason: 'A burst pipe.' };
    await clinic.mustGroup({ type: 'MoveMeeting', ...friday, date: '2026-01-10', start: '09:00' });
    await clinic.mustGroup({ type: 'CancelMeeting', ...friday, meeting: '2026-01-12T18:00' });
    const after = eventsOf(await (await fetchCalendar(url)).text());
    expect(after[1]).toContain(':20260110T090000');
    expect(after[2]).toContain('STATUS:CANCELLED');
    const [uid, sequence] = [/UID:(\S+)/, /SEQUENCE:(\d+)/];
    for (const n of [1, 2]) {
      expect(uid.exec(after[n] ?? '')?.[1]).toBe(uid.exec(before[n] ?? '')?.[1]);
      const rose = Number(sequence.exec(after[n] ?? '')?.[1]) - Number(sequence.exec(before[n] ?? '')?.[1]);
      expect(rose).toBeGreaterThan(0);
    }
  });

  it('that was revoked answers like one that never was, and so does one that ran out', async () => {
    const [first, short] = [await make({ of: 'counselor' }), await make({ of: 'counselor', days: 1 })];
    expect((await fetchCalendar(first.url)).status).toBe(200);
    expect((await revoke(first.id)).status).toBe(204);
    clinic.later(24 * 60);
    const never = await fetchCalendar(ANY);
    const told = await never.text();
    expect(never.status).toBe(404);
    for (const url of [first.url, short.url, `${ORIGIN}/api/calendars/x`]) {
      const answer = await fetchCalendar(url);
      expect([answer.status, await answer.text()]).toEqual([404, told]);
      expect([...answer.headers]).toEqual([...never.headers]);
    }
  });

  it('is kept as a hash alone', async () => {
    const { url, id } = await make({ of: 'counselor' });
    const secret = url.replace(/^.*\/|\.ics$/g, '');
    const kept = clinic.access.calendarLinks.find(hashOfSecret(secret), '2026-01-05T20:00:00.000Z');
    expect(kept?.id).toBe(id);
    expect(JSON.stringify(kept)).not.toContain(secret);
    const listed = await (await clinic.ask(kim, 'GET', '/api/calendar-links')).text();
    expect(listed).toContain(id);
    expect(listed).not.toContain(secret);
  });

  it('reaches what its maker reaches, and ends with him', async () => {
    const own = await make({ of: 'patient', episode: 'e-1' });
    const group = await make({ of: 'group', group: 'evening' });
    await clinic.engine.execute({ type: 'AssignCounselor', episode: 'e-1', counselor: 'lee' });
    expect((await fetchCalendar(own.url)).status).toBe(404);
    expect((await fetchCalendar(group.url)).status).toBe(200);
    const change = { type: 'ChangeGroup', group: 'evening', from: '2026-01-05' } as const;
    await clinic.mustGroup({ ...change, change: { leader: 'lee' } });
    expect((await fetchCalendar(group.url)).status).toBe(404);
    const mine = await make({ of: 'counselor' });
    const dora = clinic.person('dora', 'director');
    await clinic.ask(dora, 'POST', '/api/accounts/kim/disabling', { reason: 'Left.' });
    expect((await fetchCalendar(mine.url)).status).toBe(404);
  });

  it('is not made for a patient or a group out of reach, and not revoked by others', async () => {
    const lee = clinic.person('lee', 'counselor');
    for (const body of [
      { of: 'patient', episode: 'e-2' },
      { of: 'patient', episode: 'e-none' },
      { of: 'group', group: 'none' },
    ])
      expect((await make(body)).status).toBe(404);
    expect((await make({ of: 'group', group: 'evening' }, lee)).status).toBe(404);
    const { id } = await make({ of: 'counselor' });
    expect((await revoke(id, lee)).status).toBe(404);
    const patient = await make({ of: 'patient', episode: 'e-1' });
    expect((await revoke(patient.id, lee)).status).toBe(404);
    const nora = clinic.person('nora', 'supervisor');
    const listed = await clinic.ask(nora, 'GET', '/api/calendar-links?episode=e-1');
    expect(await listed.json()).toMatchObject({ items: [{ id: patient.id, of: 'patient' }] });
    expect((await revoke(patient.id, nora)).status).toBe(204);
  });

  it('leaves a line in the log at each read, with whose calendar it was; so does a guess', async () => {
    const patient = await make({ of: 'patient', episode: 'e-1' });
    await fetchCalendar(patient.url);
    expect(lastLine()).toMatchObject({
      ...{ actor: null, kind: 'read', outcome: 'allowed', basis: 'calendar-link' },
      subjects: [{ episode: 'e-1' }],
      reason: `calendar link ${patient.id} of patient e-1`,
    });
    const book = { type: 'BookAppointment', episode: 'e-2', counselor: 'kim', date: '2026-01-06' } as const;
    await clinic.engine.appointments.execute({ ...book, start: '10:00', timeZone: 'America/New_York' });
    await fetchCalendar((await make({ of: 'counselor' })).url);
    expect(lastLine()).toMatchObject({ subjects: [{ episode: 'e-2' }] });
    await fetchCalendar(ANY);
    expect(lastLine()).toMatchObject({ outcome: 'denied', subjects: [] });
    expect(JSON.stringify(clinic.access.log.list({ limit: 20 }))).not.toContain('cal_');
  });

  it('is not answered more often than calendars need', async () => {
    const { url } = await make({ of: 'counselor' });
    const other = await make({ of: 'counselor' });
    const answers: number[] = [];
    for (let n = 0; n < 21; n += 1) answers.push((await fetchCalendar(url)).status);
    expect(answers.slice(18)).toEqual([200, 200, 429]);
    expect((await fetchCalendar(other.url)).status).toBe(200);
    clinic.later(1);
    expect((await fetchCalendar(url)).status).toBe(200);
  });
});

describe('the page of calendar links', () => {
  it('makes a link, shows its address once, and revokes it', async () => {
    const path = '/calendar-links?episode=e-1';
    expect((await clinic.page('/patients/e-1', kim)).text).toContain(path);
    const made = await clinic.fill('/calendar-links', { do: 'make', episode: 'e-1' }, kim);
    const url = /<code>([^<]+)<\/code>/.exec(made.text)?.[1] ?? '';
    expect((await fetchCalendar(url)).status).toBe(200);
    const listed = await clinic.page(path, kim);
    expect(listed.text).not.toContain('cal_');
    expect(listed.text).toContain('<th scope="row">patient p-1</th>');
    const link = /name="link" value="([^"]+)"/.exec(listed.text)?.[1] ?? '';
    await clinic.fill('/calendar-links', { do: 'revoke', link, episode: 'e-1' }, kim);
    expect((await fetchCalendar(url)).status).toBe(404);
    expect((await clinic.fill('/calendar-links', { do: 'make', episode: 'e-2' }, kim)).status).toBe(404);
  });
});
