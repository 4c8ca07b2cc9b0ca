import { beforeEach, describe, expect, it } from 'vitest';
import { openPages, type PageSubject } from './page-subject.ts';

let clinic: PageSubject;
let kim: string;
const note = (fields: Record<string, string>, who = kim) =>
  clinic.fill('/patients/e-1/note', { do: 'save', on: '2026-01-05', ...fields }, who);
const notes = async () => (await clinic.page('/patients/e-1/notes', kim)).text;

beforeEach(async () => {
  clinic = await openPages();
  kim = clinic.person('kim', 'counselor');
});

describe('the notes of a patient', () => {
  it('are written on their page, once for one key, and stand there with who wrote them', async () => {
    expect(await notes()).toContain('There is no note yet.');
    const saved = await note({ key: 'n-1', text: 'Called his sister.\nShe comes on Wednesday.' });
    expect([saved.status, saved.to]).toEqual([303, '/patients/e-1/notes?done=note']);
    await note({ key: 'n-1', text: 'Called his sister.\nShe comes on Wednesday.' });
    const text = await notes();
    expect(text.match(/Called his sister/g)).toHaveLength(1);
    expect(text).toContain('Mon 5 Jan, kim');
  });

  it('are corrected and taken back by their entry; what they said before is not shown as what they say', async () => {
    await note({ key: 'n-1', text: 'Has a new job.' });
    await note({ key: 'n-2', text: 'Of another patient.' });
    expect((await clinic.page('/patients/e-1/amend?fact=2', kim)).text).toMatch(
      /<textarea[^>]*name="new-text"[^>]*>Has a new job\.<\/textarea>/,
    );
    const right = { do: 'save', reason: 'Misheard.', version: '3' };
    await clinic.fill(
      '/patients/e-1/amend',
      { ...right, key: 'a', fact: '2', 'new-text': 'Looks for a job.' },
      kim,
    );
    await clinic.fill('/patients/e-1/void', { ...right, version: '4', key: 'v', fact: '3' }, kim);
    const text = await notes();
    expect(text).toContain('Looks for a job.');
    expect(text).toContain('(corrected)');
    expect(text).not.toContain('Has a new job.');
    expect(text).not.toContain('Of another patient.');
  });

  it('are not for somebody else, and reading them is logged', async () => {
    expect((await clinic.page('/patients/e-1/notes', clinic.person('lee', 'counselor'))).status).toBe(404);
    await notes();
    const [line] = clinic.access.log.list({ limit: 1 });
    expect(line).toMatchObject({ actor: 'kim', action: 'GET /patients/:episode/notes' });
  });
});
