import { beforeEach, describe, expect, it } from 'vitest';
import { openPages, type PageSubject } from './page-subject.ts';

let clinic: PageSubject;
let kim: string;
beforeEach(async () => {
  clinic = await openPages();
  kim = clinic.person('kim', 'counselor');
});
const on = '2026-01-05';
const send = (action: string, fields: Record<string, string>) =>
  clinic.fill(`/patients/e-1/${action}`, { on, do: 'save', ...fields }, kim);
const admit = (fields: Record<string, string>) =>
  clinic.fill('/new-patient', { do: 'admit', key: 'n', curriculum: 'matrix-iop', ...fields }, kim);
const last = async () => (await clinic.engine.history('e-1')).at(-1)?.event;

describe('a form that was filled in wrongly', () => {
  it('says at the field what the program does not allow', async () => {
    const early = await send('use', { on: '2026-02-01', reason: 'Told on the phone.' });
    expect(early.status).toBe(422);
    expect(early.text).toMatch(/class="wrong" id="on-wrong">2026-02-01 is still to come/);
    expect(early.text).toContain('Told on the phone.');
    const leave = await send('leave', { expectedReturn: '2026-01-01', reason: 'Family.' });
    expect(leave.text).toMatch(
      /id="expectedReturn-wrong">the expected return 2026-01-01 does not come after/,
    );
  });

  it('gives a patient to nobody who is not there, alone, with others or from the beginning', async () => {
    const alone = await send('counselor', { counselor: 'kmi' });
    expect([alone.status, alone.text.includes('no counselor of that name; there are kim')]).toEqual([
      422,
      true,
    ]);
    const both = { action: 'counselor', episode: 'e-1', counselor: 'kmi', do: 'save', key: 'b' };
    expect((await clinic.fill('/bulk', both, kim)).status).toBe(422);
    expect((await admit({ patient: 'p-9', counselor: 'kmi' })).status).toBe(422);
    expect((await clinic.engine.status('e-1')).counselor).toBe('kim');
    expect((await send('counselor', { counselor: 'lee' })).status).toBe(303);
  });

  it('keeps a note that is too long', async () => {
    const long = await send('note', { text: `Begins so. ${'x'.repeat(6000)}` });
    expect([long.status, long.text.includes('Begins so. xxx')]).toEqual([400, true]);
    expect(long.text).toContain('at most 4000 characters');
  });

  it('keeps an appointment whose day cannot be read, and says whose time is taken by the number of the patient', async () => {
    const fields = { do: 'book', key: 'k-1', episode: 'e-1', kind: 'individual', place: 'Room 7' };
    const zone = { timeZone: 'America/New_York', start: '10:00' };
    const unread = await clinic.fill('/appointments', { ...fields, ...zone, day: 'next week' }, kim);
    expect([unread.status, unread.text.includes('value="Room 7"')]).toEqual([400, true]);
    expect((await clinic.fill('/appointments', { ...fields, ...zone, day: on }, kim)).status).toBe(303);
    const twice = await clinic.fill('/appointments', { ...fields, ...zone, day: on, key: 'k-2' }, kim);
    expect([twice.status, /p-1 is taken on 2026-01-05 at 10:00/.test(twice.text)]).toEqual([422, true]);
  });

  it('does not admit an own patient twice unless somebody says why', async () => {
    const again = { patient: 'p-1', counselor: 'kim', on };
    const twice = await admit(again);
    expect([twice.status, twice.text.includes('p-1 is in treatment here already')]).toEqual([422, true]);
    expect((await admit({ ...again, reason: 'A second program beside it.' })).status).toBe(303);
    expect((await admit({ patient: 'p-2', counselor: 'kim', on, key: 'm' })).status).toBe(303);
  });
});

describe('a form that was filled in as people write', () => {
  it('takes names as they are written', async () => {
    expect((await send('drug-test', { result: 'negative', specimen: 'Oral Fluid' })).status).toBe(303);
    expect(await last()).toMatchObject({ specimen: 'oral-fluid' });
    expect((await send('sign-off', { subject: 'Service agreement' })).status).toBe(303);
    expect(await last()).toMatchObject({ subject: 'service-agreement' });
  });
});
