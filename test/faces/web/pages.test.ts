import { beforeEach, describe, expect, it } from 'vitest';
import { type ClinicSubject, openClinic } from '../http/clinic-subject.ts';

let clinic: ClinicSubject;
let kim: string;
beforeEach(async () => {
  clinic = await openClinic();
  kim = clinic.person('kim', 'counselor');
});
const form = { 'content-type': 'application/x-www-form-urlencoded' };
const page = async (path: string, who = kim) => {
  const answer = await clinic.ask(who, 'GET', path);
  return { status: answer.status, text: await answer.text(), headers: answer.headers };
};
const fill = async (path: string, fields: Record<string, string>, who = kim) => {
  const answer = await clinic.ask(who, 'POST', path, new URLSearchParams(fields).toString(), form);
  return { status: answer.status, text: await answer.text(), to: answer.headers.get('location') };
};
const events = async (episode = 'e-1') =>
  (await clinic.engine.history(episode)).map(({ event }) => event.type);

describe('the pages', () => {
  it('lead somebody who is not signed in to the sign-in, and keep nothing in caches', async () => {
    const asked = await clinic.ask('', 'GET', '/patients/e-1');
    expect([asked.status, asked.headers.get('location')]).toEqual([303, '/sign-in']);
    const { status, headers, text } = await page('/patients/e-1');
    expect([status, headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'");
    expect(text).not.toMatch(/<style|<script(?! src="\/assets\/)|\son\w+=|\sstyle=|javascript:/);
  });

  it('show texts of the record as texts, whatever is in them', async () => {
    const bad = [
      '<img src=x onerror=alert(1)>',
      '"><script>alert(1)</script>',
      "' autofocus onfocus='alert(1)",
      '{{7*7}}',
      '</td></table>',
    ];
    for (const text of bad) await clinic.engine.execute({ type: 'AddNote', episode: 'e-1', text });
    await clinic.engine.admit({
      episode: 'e-9',
      patient: bad[0] ?? '',
      curriculum: 'matrix-iop',
      counselor: 'kim',
    });
    for (const path of [
      '/patients/e-1',
      '/caseload',
      '/caseload?view=table',
      '/today',
      '/patients/e-9',
      '/patients/e-9/discharge',
      `/caseload?find=${encodeURIComponent(bad[1] ?? '')}`,
    ]) {
      const { text } = await page(path);
      for (const one of bad.filter((html) => html.includes('<'))) expect(text, path).not.toContain(one);
      expect(text, path).not.toMatch(/onfocus='|<img src=x/);
    }
  });

  it('sign in with a form, and say what was wrong without saying which', async () => {
    const wrong = await fill('/sign-in', { name: '"><b>kim', password: 'wrong wrong wrong' }, '');
    expect(wrong.status).toBe(401);
    expect(wrong.text).toContain('role="alert"');
    expect(wrong.text).toContain('value="&quot;&gt;&lt;b&gt;kim"');
    expect(wrong.text).not.toContain('wrong wrong wrong');
  });

  it('serve their files by a name with the hash of what is in them', async () => {
    const { text } = await page('/sign-in', '');
    const files = [...text.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, file]) => file ?? '');
    expect(files).toHaveLength(4);
    for (const file of files) {
      const answer = await clinic.ask('', 'GET', file);
      expect([answer.status, answer.headers.get('cache-control')], file).toEqual([
        200,
        'public, max-age=31536000, immutable',
      ]);
      await answer.body?.cancel();
    }
    expect((await clinic.ask('', 'GET', '/assets/__proto__')).status).toBe(404);
  });
});

describe('a roster', () => {
  const roster = { day: '2026-01-05', group: '17:00 individual-conjoint', key: 'roster-1' };

  it('is saved whole with what is marked, once for one key', async () => {
    expect((await page('/today')).text).toContain('p-1');
    const saved = await fill('/today', { ...roster, 'status-e-1': 'left-early', 'minutes-e-1': '30' });
    expect([saved.status, saved.to]).toEqual([303, '/today?day=2026-01-05&done=1']);
    await fill('/today', { ...roster, 'status-e-1': 'left-early', 'minutes-e-1': '30' });
    const history = await clinic.engine.history('e-1');
    expect(history.slice(1).map(({ event }) => event)).toEqual([
      expect.objectContaining({ type: 'AttendanceRecorded', status: 'left-early', minutes: 30, by: 'kim' }),
    ]);
    expect((await page('/today')).text).toContain('Everybody is recorded');
    const late = await fill('/today', { ...roster, key: 'roster-2', 'status-e-1': 'absent' });
    expect([late.status, late.to]).toEqual([303, '/today?day=2026-01-05&done=0']);
    expect(await clinic.engine.history('e-1')).toHaveLength(2);
  });

  it('is shown again with what was filled in where a line is not complete, and nothing is saved', async () => {
    const wrong = await fill('/today', { ...roster, 'status-e-1': 'left-early', 'reason-e-1': 'a bus' });
    expect(wrong.status).toBe(400);
    expect(wrong.text).toContain('p-1: say how many minutes he was there');
    expect(wrong.text).toContain('value="a bus"');
    expect(await events()).toEqual(['Admitted']);
  });

  it('takes nothing for a patient who is not on it', async () => {
    await fill('/today', { ...roster, 'status-e-1': 'attended', 'status-e-2': 'attended' });
    expect(await events('e-2')).toEqual(['Admitted']);
  });
});

describe('an action', () => {
  it('that is weighty is shown before it is saved', async () => {
    const path = '/patients/e-1/discharge';
    expect((await page(path)).text).not.toContain('value="save"');
    const fields = { on: '2026-01-05', discharge: 'other', reason: 'Moved away.', version: '1', key: 'd-1' };
    const shown = await fill(path, { ...fields, do: 'preview' });
    expect(shown.text).toContain('What would change');
    expect(shown.text).toContain('value="save"');
    expect(await events()).toEqual(['Admitted']);
    const seen = /name="seen" value="([^"]+)"/.exec(shown.text)?.[1] ?? '';
    const other = await fill(path, { ...fields, discharge: 'transferred', seen, do: 'save' });
    expect([other.status, other.text.includes('changed after it was shown')]).toEqual([409, true]);
    expect(other.text).toContain('What would change');
    expect(await events()).toEqual(['Admitted']);
    const saved = await fill(path, { ...fields, reason: 'Moved far away.', seen, do: 'save' });
    expect([saved.status, saved.to]).toEqual([303, '/patients/e-1?done=discharge']);
    expect((await clinic.engine.status('e-1')).ended?.reason).toBe('other');
  });

  it('that needs a reason is not taken without one, and a refusal is said in its words', async () => {
    const none = await fill('/patients/e-1/discharge', { on: '2026-01-05', discharge: 'other', do: 'save' });
    expect([none.status, none.text.includes('say why')]).toEqual([400, true]);
    const early = await fill('/patients/e-1/advance', { on: '2026-01-05', do: 'preview' });
    expect([early.status, early.text.includes('cannot be left yet')]).toEqual([422, true]);
  });

  it('is not saved over what somebody else wrote meanwhile', async () => {
    const fields = {
      on: '2026-01-05',
      expectedReturn: '2026-01-12',
      reason: 'Family.',
      version: '1',
      do: 'save',
    };
    await clinic.engine.execute({ type: 'AddNote', episode: 'e-1', text: 'Meanwhile.' });
    const late = await fill('/patients/e-1/leave', fields);
    expect([late.status, late.text.includes('Look at it again')]).toEqual([412, true]);
    expect(late.text).toContain('name="version" value="2"');
    expect(await events()).toEqual(['Admitted', 'NoteAdded']);
  });

  it('corrects an entry, and takes one back', async () => {
    await fill('/patients/e-1/drug-test', { on: '2026-01-05', result: 'positive', do: 'save' });
    expect((await page('/patients/e-1/amend?fact=2')).text).toContain('Drug test: positive');
    const amend = { fact: '2', 'new-result': 'negative', 'new-on': '2026-01-05', reason: 'Mixed up.' };
    const shown = await fill('/patients/e-1/amend', { ...amend, do: 'preview' });
    expect(shown.text).toContain('What would change');
    expect((await fill('/patients/e-1/amend', { ...amend, do: 'save' })).status).toBe(303);
    expect((await clinic.engine.status('e-1')).drugTests).toMatchObject({ negative: 1, positive: 0 });
    await fill('/patients/e-1/void', { fact: '2', reason: 'Not his.', do: 'save' });
    expect((await clinic.engine.status('e-1')).drugTests).toMatchObject({ negative: 0, positive: 0 });
  });

  it('is recorded once for one form, however often it is sent', async () => {
    const fields = { on: '2026-01-05', text: 'Called.', key: 'form-1', do: 'save' };
    for (let n = 0; n < 3; n += 1) expect((await fill('/patients/e-1/note', fields)).status).toBe(303);
    expect(await events()).toEqual(['Admitted', 'NoteAdded']);
  });
});

describe('the caseload page', () => {
  it('shows the own patients, by worklist, and says what to do', async () => {
    const { text } = await page('/caseload');
    expect([text.includes('p-1'), text.includes('p-2')]).toEqual([true, false]);
    clinic.later(12 * 1440);
    kim = clinic.person('kim2', 'counselor', { name: 'kim2' });
    await clinic.engine.execute({ type: 'AssignCounselor', episode: 'e-1', counselor: 'kim2' });
    expect((await page('/caseload?list=not-seen')).text).toContain('p-1');
    expect((await page('/caseload?list=ready')).text).toContain('Nobody is on this list');
  });
});

describe('the board', () => {
  it('has its columns in the order of the program', async () => {
    for (const on of ['2025-12-01', '2026-01-05'])
      await clinic.engine.admit({
        episode: `e-${on}`,
        patient: `p-${on}`,
        curriculum: 'matrix-iop',
        counselor: 'kim',
        on,
      });
    const first = { episode: 'e-2025-12-01', on: '2025-12-01' };
    await clinic.engine.execute([
      { type: 'RecordAttendance', ...first, track: 'individual-conjoint', status: 'attended' },
      { type: 'SignOff', ...first, role: 'counselor', subject: 'service-agreement' },
      { type: 'Advance', ...first },
    ]);
    // The one who stands first in the list is further in the program.
    await clinic.engine.execute({ type: 'AssignCounselor', episode: 'e-1', counselor: 'lee' });
    const { text } = await page('/caseload');
    const place = (title: string) => text.indexOf(`<h3><span>${title}</span>`);
    expect(place('Orientation')).toBeGreaterThan(0);
    expect(place('Orientation')).toBeLessThan(place('Early recovery'));
  });
});

describe('the other pages', () => {
  it('show curricula with their diagram to a director, and the census to a researcher', async () => {
    const director = clinic.person('dora', 'director');
    expect((await page('/curricula/matrix-iop', director)).text).toContain(
      '/curricula/matrix-iop/diagram.svg',
    );
    const drawn = await page('/curricula/matrix-iop/diagram.svg', director);
    expect([drawn.status, drawn.text.includes('<svg')]).toEqual([200, true]);
    const census = await page('/census', clinic.person('ada', 'researcher'));
    expect(census.text).toContain('1 to 10');
    expect(census.text).not.toMatch(/p-1\b|e-1\b/);
  });

  it('let a director invite somebody, who comes in with the link', async () => {
    const director = clinic.person('dora', 'director');
    const made = await fill('/accounts', { name: 'lee', role: 'counselor' }, director);
    const link = /http:\/\/localhost:8080(\/join\/join_[\w-]+)/.exec(made.text)?.[1] ?? '';
    const joined = await fill(link, { password: 'a walk along the river' }, '');
    expect([joined.status, joined.to]).toEqual([303, '/account']);
    expect((await fill(link, { password: 'a walk along the river' }, '')).status).toBe(403);
  });

  it('let a director make a new link and disable an account with a reason, but not his own', async () => {
    const director = clinic.person('dora', 'director');
    const lee = clinic.person('lee', 'counselor');
    const change = (fields: Record<string, string>) => fill('/accounts', fields, director);
    const link = /\/join\/join_[\w-]+/.exec((await change({ do: 'link', account: 'lee' })).text)?.[0] ?? '';
    expect((await page(link, '')).status).toBe(200);
    const none = await change({ do: 'disable', account: 'lee' });
    expect([none.status, none.text.includes('Say why lee is disabled')]).toEqual([400, true]);
    expect((await page('/today', lee)).status).toBe(200);
    const done = await change({ do: 'disable', account: 'lee', reason: 'Left the clinic.' });
    expect(done.text).toContain('lee is disabled and signed out everywhere.');
    expect((await page('/today', lee)).status).not.toBe(200);
    expect((await fill(link, { password: 'a walk along the river' }, '')).status).toBe(403);
    expect((await change({ do: 'disable', account: 'dora', reason: 'Me.' })).status).toBe(409);
    expect((await page('/accounts', director)).status).toBe(200);
  });

  it('open the record of another counselor in an emergency by the number of the patient', async () => {
    const reason = 'He stands at the door, and lee is ill.';
    expect((await page('/patients/e-2')).status).toBe(404);
    const opened = await fill('/broken-glass', { episode: 'p-2', reason });
    expect([opened.status, opened.to]).toEqual([303, '/patients/e-2']);
    expect((await page('/patients/e-2')).status).toBe(200);
    const unknown = await fill('/broken-glass', { episode: 'p-99', reason });
    expect([unknown.status, unknown.to]).toEqual([303, '/patients/p-99']);
  });
});
