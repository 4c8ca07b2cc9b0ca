import { beforeEach, describe, expect, it } from 'vitest';
import { openPages, type PageSubject } from './page-subject.ts';

let clinic: PageSubject;
let kim: string;
beforeEach(async () => {
  clinic = await openPages();
  kim = clinic.person('kim', 'counselor');
});
const send = async (who: string, fields: [string, string][]) => {
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const answer = await clinic.ask(who, 'POST', '/caseload', new URLSearchParams(fields).toString(), form);
  return { status: answer.status, to: answer.headers.get('location'), text: await answer.text() };
};

describe('a worklist that is saved on the page', () => {
  it('is offered from then on, shows who is in it and why, and is deleted again', async () => {
    const fields: [string, string][] = [
      ['do', 'save'],
      ['name', 'Call these'],
      ['list', 'not-seen'],
      ['list', 'sign-off-wanted'],
      ['days', '0'],
    ];
    expect(await send(kim, fields)).toMatchObject({ status: 303, to: '/caseload?saved=Call%20these' });
    const { text } = await clinic.page('/caseload?saved=Call%20these&view=table', kim);
    expect(text).toMatch(/<h1>Caseload: Call these<\/h1>[\s\S]*aria-current="true">Call these/);
    expect(text).toMatch(
      /href="\/patients\/e-1">p-1<\/a>[\s\S]*sign-off|href="\/patients\/e-1">p-1<\/a>[\s\S]*Sign/,
    );
    expect(text).not.toContain('/patients/e-2');
    expect((await clinic.page('/caseload', kim)).text).toContain(
      'href="/caseload?view=board&amp;saved=Call+these"',
    );
    const gone = await send(kim, [
      ['do', 'delete'],
      ['name', 'Call these'],
    ]);
    expect(gone).toMatchObject({ status: 303, to: '/caseload' });
    expect((await clinic.page('/caseload?saved=Call%20these', kim)).status).toBe(404);
  });

  it('keeps the filters that are set, and what was filled in where no list is chosen', async () => {
    const wrong = await send(kim, [
      ['do', 'save'],
      ['name', 'Nobody'],
      ['phase', 'orientation'],
    ]);
    expect(wrong.status).toBe(400);
    expect(wrong.text).toMatch(/<p class="wrong">choose at least one/);
    expect(wrong.text).toMatch(/id="save-name"[^>]*value="Nobody"/);
    expect(wrong.text).toContain('<input type="hidden" name="phase" value="orientation">');
    await send(kim, [
      ['do', 'save'],
      ['name', 'Mine'],
      ['list', 'sign-off-wanted'],
      ['phase', 'orientation'],
    ]);
    expect(clinic.access.savedWorklists.list(null)).toEqual([]);
    const { text } = await clinic.page('/caseload?saved=Mine', kim);
    expect(text).toContain('1 patient.');
  });

  it('of the whole clinic is a supervisor’s to save, and shows each his own patients', async () => {
    const shared: [string, string][] = [
      ['do', 'save'],
      ['name', 'Signatures'],
      ['list', 'sign-off-wanted'],
      ['shared', 'yes'],
    ];
    expect((await send(kim, shared)).status).toBe(403);
    const alex = clinic.person('alex', 'supervisor');
    expect((await send(alex, shared)).status).toBe(303);
    const seen = await clinic.page('/caseload?saved=Signatures', clinic.person('lee', 'counselor'));
    expect([seen.text.includes('/patients/e-2'), seen.text.includes('/patients/e-1')]).toEqual([true, false]);
    expect(seen.text).not.toContain('Delete the list');
  });
});

describe('the simulation on the page of a patient', () => {
  it('is not there before it is asked for, is marked as one, and is kept nowhere', async () => {
    const plain = (await clinic.page('/patients/e-1', kim)).text;
    expect([
      plain.includes('href="/patients/e-1?whatif=everything#what-if"'),
      plain.includes('Assumed:'),
    ]).toEqual([true, false]);
    const before = (await clinic.engine.history('e-1')).length;
    const { text } = await clinic.page('/patients/e-1?whatif=everything', kim);
    expect(text).toMatch(/aria-label="Simulation"[\s\S]*Early recovery could begin on <b>\w{3} \d+ Feb</);
    expect(text).toMatch(/The program could be completed on <b>[^<]* Dec/);
    expect((await clinic.engine.history('e-1')).length).toBe(before);
  });

  it('says why there is none for a patient on leave', async () => {
    await clinic.engine.execute({ type: 'StartLeave', episode: 'e-1', reason: 'A journey.' });
    const { text } = await clinic.page('/patients/e-1?whatif=everything', kim);
    expect(text).toContain('It is not simulated for this patient');
  });
});
