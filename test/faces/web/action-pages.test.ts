import { beforeEach, describe, expect, it } from 'vitest';
import { Command } from '../../../src/engine/command.ts';
import { ACTIONS } from '../../../src/faces/web/actions/actions.ts';
import { evening, openPages, type PageSubject } from './page-subject.ts';

let clinic: PageSubject;
let kim: string;
beforeEach(async () => {
  clinic = await openPages();
  kim = clinic.person('kim', 'counselor');
});
const on = '2026-01-05';
const save = (episode: string, action: string, fields: Record<string, string>, who = kim) =>
  clinic.fill(`/patients/${episode}/${action}`, { on, do: 'save', ...fields }, who);
const last = async (episode: string) => (await clinic.engine.history(episode)).at(-1)?.event;

describe('what can be done for a patient', () => {
  it('has a form for every command but those with which an episode begins', () => {
    const types = Command.options.map(({ shape }) => shape.type.value);
    const beginning = ['Refer', 'Admit', 'RecordIntake', 'DecidePlacement'];
    expect(types.filter((type) => ACTIONS.every(({ command }) => command !== type))).toEqual(beginning);
  });

  it('shows each form, with a label for each of its fields', async () => {
    for (const { id } of ACTIONS) {
      const { status, text } = await clinic.page(`/patients/e-1/${id}`, kim);
      expect(status, id).toBe(200);
      for (const [, name] of text.matchAll(
        /<(?:select|textarea|input (?!type="hidden")[^>]*?) ?id="([^"]+)"/g,
      ))
        expect(text, `${id} ${name}`).toContain(`for="${name}"`);
    }
  });

  it('records what a payer authorizes, and shows what is left of it', async () => {
    const saved = await save('e-1', 'authorize', {
      payer: 'Health plan',
      levelOfCare: 'asam-3:2.1',
      units: '12',
      unit: 'visits',
      from: '2026-01-05',
      to: '2026-02-05',
    });
    expect(saved.status).toBe(303);
    const { text } = await clinic.page('/patients/e-1', kim);
    expect(text).toMatch(/Health plan[\s\S]*0 of 12 visits/);
  });

  it('credits sessions from elsewhere, overrides a gate, and says what is wrong with a field', async () => {
    const credit = { track: 'relapse-prevention', from: 'another clinic', reason: 'A certificate.' };
    const wrong = await save('e-1', 'credit', { ...credit, sessions: '1, two' });
    expect(wrong.status).toBe(400);
    expect(wrong.text).toMatch(/<a href="#sessions">Session numbers<\/a>: /);
    expect(wrong.text).toMatch(
      /class="wrong" id="sessions-wrong">[^<]+<\/p><input id="sessions"[^>]*aria-invalid="true"/,
    );
    expect(wrong.text).toMatch(/id="from"[^>]*value="another clinic"/);
    expect((await save('e-1', 'credit', { ...credit, sessions: '1, 2,5' })).status).toBe(303);
    expect((await clinic.engine.status('e-1')).credits[0]?.sessions).toEqual([1, 2, 5]);
    const alex = clinic.person('alex', 'supervisor');
    expect((await save('e-1', 'override', { reason: 'Agreed with the team.' }, alex)).status).toBe(303);
    expect(await last('e-1')).toMatchObject({ type: 'GateOverridden', by: 'alex', role: 'supervisor' });
  });

  it('reviews a stay beside the criteria for it, and tells the last review', async () => {
    const { text } = await clinic.page('/patients/e-1/review-stay', kim);
    expect(text).toMatch(
      /To continue here<\/b>[\s\S]*class="gate"[\s\S]*No review was held yet; the next is due on /,
    );
    const review = { outcome: 'continue', reason: 'Goals are not reached.' };
    expect((await save('e-1', 'review-stay', review)).status).toBe(303);
    expect((await clinic.page('/patients/e-1', kim)).text).toContain(
      'Reviewed on Mon 5 Jan by kim: continue (Goals are not reached.)',
    );
  });

  it('suggests the signatures that a gate asks for', async () => {
    const { text } = await clinic.page('/patients/e-1/sign-off', kim);
    expect(text).toContain('<option value="service-agreement">service agreement, by the counselor</option>');
  });

  it('leads to the caseload where the patient is on that of somebody else from then on', async () => {
    const saved = await save('e-1', 'counselor', { counselor: 'lee' });
    expect([saved.status, saved.to]).toEqual([303, '/caseload?done=counselor']);
    expect((await clinic.page(saved.to ?? '', kim)).text).toContain('Saved: assign another counselor.');
  });
});

describe('the pages of a pathway', () => {
  beforeEach(() =>
    clinic.engine.admit({ episode: 'e-5', patient: 'p-5', curriculum: 'step-up', counselor: 'kim', on }),
  );

  it('move a patient between levels of care after showing what it changes', async () => {
    const { pathway, allowed } = await clinic.engine.status('e-5');
    const up = allowed.find(({ type }) => type === 'StepUp')?.to?.[0] ?? '';
    expect(up).not.toBe('');
    const fields = { stage: up, reason: 'Not enough so far.' };
    const shown = await clinic.fill('/patients/e-5/step-up', { on, ...fields, do: 'preview' }, kim);
    expect([shown.status, shown.text.includes('What would change')]).toEqual([200, true]);
    expect((await clinic.engine.status('e-5')).pathway?.stage.id).toBe(pathway?.stage.id);
    expect((await save('e-5', 'step-up', fields)).status).toBe(303);
    expect((await clinic.engine.status('e-5')).pathway?.stage.id).toBe(up);
    expect((await clinic.page('/patients/e-5', kim)).text).toContain('<h2>Levels of care</h2>');
  });

  it('say in words why a patient is not taken back: before a discharge, and on its own day', async () => {
    const back = async (words: string) => {
      const { status, text } = await save('e-5', 'readmit', { reason: 'Came back.' });
      expect([status, text.includes(words)]).toEqual([422, true]);
    };
    await back('there is nobody to take back');
    await save('e-5', 'discharge', { discharge: 'dropped-out', reason: 'Did not come.' });
    await back('void it if the patient stayed');
    expect((await clinic.engine.status('e-5')).allowed.map(({ type }) => type)).not.toContain('Readmit');
  });
});

describe('a make-up', () => {
  it('is booked from the page of the patient, in a group of others too, for the own patient alone', async () => {
    for (const episode of ['e-1', 'e-2'])
      await clinic.engine.execute([
        { type: 'RecordAttendance', episode, on, track: 'individual-conjoint', status: 'attended' },
        { type: 'SignOff', episode, on, role: 'counselor', subject: 'service-agreement' },
        { type: 'Advance', episode, on },
        { type: 'RecordAttendance', episode, on, track: 'relapse-prevention', session: 1, status: 'absent' },
      ] as Command[]);
    await clinic.mustGroup(evening({ leader: 'lee', from: '2026-01-09' }));
    const { text } = await clinic.page('/patients/e-1', kim);
    expect(text).toContain('book Fri 9 Jan 18:00');
    const booking = { do: 'book', meeting: '2026-01-09T18:00', back: '/patients/e-1' };
    const booked = await clinic.fill('/groups/evening', { ...booking, episode: 'e-1' }, kim);
    expect([booked.status, booked.to]).toEqual([303, '/patients/e-1']);
    expect((await clinic.fill('/groups/evening', { ...booking, episode: 'e-2' }, kim)).status).toBe(404);
    expect((await clinic.fill('/groups/evening', { do: 'join', episode: 'e-1' }, kim)).status).toBe(404);
    const { bookings } = await clinic.engine.groups.status('evening');
    expect(bookings.map(({ episode }) => episode)).toEqual(['e-1']);
    expect((await clinic.page('/patients/e-1', kim)).text).toContain('expected on Fri 9 Jan 18:00');
  });
});
