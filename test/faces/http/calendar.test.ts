import { beforeEach, describe, expect, it } from 'vitest';
import type { Census } from '../../../src/index.ts';
import { type ClinicSubject, openClinic } from './clinic-subject.ts';

let clinic: ClinicSubject;
let kim: string;
beforeEach(async () => {
  clinic = await openClinic();
  kim = clinic.person('kim', 'counselor');
});

const book = {
  ...{ type: 'BookAppointment', episode: 'e-1', date: '2026-01-05', start: '10:00' },
  timeZone: 'America/New_York',
};
const post = (body: unknown, headers: Record<string, string> = {}, who = kim) =>
  clinic.ask(who, 'POST', '/api/appointments', body, headers);
const names = async (path: string, who = kim) => {
  const answer = await clinic.ask(who, 'GET', path);
  return ((await answer.json()) as { items: { appointment: string }[] }).items.map((one) => one.appointment);
};

describe('appointments over HTTP', () => {
  it('are booked and kept under the name of who is signed in, once for a key', async () => {
    expect((await post(book, { 'idempotency-key': 'k' })).status).toBe(200);
    expect(await (await post(book, { 'idempotency-key': 'k' })).json()).toMatchObject({ repeated: true });
    const kept = await post({ type: 'KeepAppointment', appointment: '2026-01-05-1' });
    expect(await kept.json()).toMatchObject({ accepted: true, appointment: { status: 'kept' } });
    const history = await clinic.engine.history('e-1');
    expect(history.at(-1)?.event).toMatchObject({ type: 'AttendanceRecorded', by: 'kim' });
  });

  it('that clash are a problem that says with what', async () => {
    await post(book);
    const answer = await post(book);
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({
      ...{ code: 'double-booked', refused: true },
      detail: expect.stringContaining('appointment 2026-01-05-1'),
    });
  });

  it('of patients of others are not there', async () => {
    await clinic.engine.appointments.execute({ ...book, episode: 'e-2', start: '12:00' } as never);
    await post(book);
    const days = '/api/appointments?from=2026-01-05&to=2026-01-06';
    expect(await names(days)).toEqual(['2026-01-05-2']);
    expect(await names(days, clinic.person('ann', 'supervisor', { site: '*' }))).toHaveLength(2);
    expect((await post({ ...book, episode: 'e-2', start: '15:00' })).status).toBe(404);
    expect((await post({ type: 'KeepAppointment', appointment: '2026-01-05-1' })).status).toBe(404);
    expect((await clinic.ask(kim, 'GET', '/api/appointments?from=2020-01-01&to=2026-01-01')).status).toBe(
      400,
    );
  });
});

describe('a worklist over HTTP', () => {
  it('holds the own patients alone', async () => {
    const path = '/api/worklists/not-seen?days=0';
    const items = async (who: string) =>
      ((await (await clinic.ask(who, 'GET', path)).json()) as { items: { episode: string }[] }).items;
    expect((await items(kim)).map(({ episode }) => episode)).toEqual(['e-1']);
    expect((await items(clinic.person('lee', 'counselor'))).map(({ episode }) => episode)).toEqual(['e-2']);
  });
});

describe('the census over time over HTTP', () => {
  it('is that of the own site, and not for a researcher', async () => {
    const ask = async (who: string) =>
      (await (await clinic.ask(who, 'GET', '/api/census/history?from=2026-01-05&by=site')).json()) as Census;
    const north = await ask(clinic.person('nora', 'supervisor'));
    expect([north.groups, north.points.at(-1)?.patients]).toEqual([['north'], 1]);
    expect((await ask(clinic.person('dora', 'director'))).points.at(-1)?.patients).toBe(2);
    expect((await ask(clinic.person('nowhere', 'supervisor', { site: null }))).points.at(-1)?.patients).toBe(
      0,
    );
    const rex = await clinic.ask(clinic.person('rex', 'researcher'), 'GET', '/api/census/history');
    expect(rex.status).toBe(403);
  });
});
