import { beforeEach, describe, expect, it } from 'vitest';
import type { Command } from '../../../src/index.ts';
import { openPages, type PageSubject } from './page-subject.ts';

let clinic: PageSubject;
let kim: string;
const on = '2026-01-05';
const ready = (episode: string) =>
  clinic.engine.execute([
    { type: 'RecordAttendance', episode, on, track: 'individual-conjoint', status: 'attended' },
    { type: 'SignOff', episode, on, role: 'counselor', subject: 'service-agreement' },
  ] as Command[]);
const phase = async (episode: string) => (await clinic.engine.status(episode)).phase?.id;

beforeEach(async () => {
  clinic = await openPages();
  kim = clinic.person('kim', 'counselor');
  for (const episode of ['e-3', 'e-4'])
    await clinic.engine.admit({
      episode,
      patient: episode.replace('e', 'p'),
      curriculum: 'matrix-iop',
      counselor: 'kim',
      on,
    });
  for (const episode of ['e-1', 'e-3']) await ready(episode);
});
/** The fields of the form as the page has them, with its first button; `changed` are those that somebody fills in otherwise. */
const formOf = (text: string, changed: Record<string, string> = {}) => {
  const form = text.slice(text.lastIndexOf('<form method="post" action="/bulk"'));
  const [inputs = '', buttons = ''] = form.split('<div class="buttons">');
  const fields = [...inputs.matchAll(/<input[^>]* name="([^"]+)"[^>]* value="([^"]*)"/g)];
  const areas = [...inputs.matchAll(/<textarea[^>]* name="([^"]+)"[^>]*>([^<]*)</g)];
  const [, button = ''] = /name="do" value="([^"]+)"/.exec(buttons) ?? [];
  return [...fields, ...areas, ['', 'do', button]].map(
    ([, name = '', value = '']) => [name, changed[name] ?? value] as const,
  );
};
const send = async (fields: readonly (readonly [string, string])[]) => {
  const body = new URLSearchParams(fields.map(([name, value]): [string, string] => [name, value])).toString();
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const answer = await clinic.ask(kim, 'POST', '/bulk', body, headers);
  return { status: answer.status, to: answer.headers.get('location'), text: await answer.text() };
};

describe('those who are ready to advance', () => {
  it('are picked on their list, shown with what would change, and advanced together', async () => {
    const { text } = await clinic.page('/caseload?list=ready', kim);
    const picked = [...text.matchAll(/name="episode" value="([^"]+)" aria-label="[^"]+" checked/g)].map(
      ([, id]) => id,
    );
    expect(picked).toEqual(['e-1', 'e-3']);
    const shown = await clinic.page('/bulk?action=advance&episode=e-1&episode=e-3&episode=e-4', kim);
    expect(shown.text).toContain('Not now: Orientation cannot be left yet');
    expect(shown.text).toContain('Save for 2 patients');
    expect([await phase('e-1'), await phase('e-4')]).toEqual(['orientation', 'orientation']);
    const saved = await send(formOf(shown.text));
    expect([saved.status, saved.to]).toEqual([303, '/caseload?done=advance%202']);
    expect([await phase('e-1'), await phase('e-3'), await phase('e-4')]).toEqual([
      'early-recovery',
      'early-recovery',
      'orientation',
    ]);
    expect((await clinic.page('/caseload?done=advance%202', kim)).text).toContain(
      'Saved: advance to the next phase, 2 patients.',
    );
  });

  it('are all left where they are when somebody wrote to one of them meanwhile', async () => {
    const shown = await clinic.page('/bulk?action=advance&episode=e-1&episode=e-3', kim);
    await clinic.engine.execute({ type: 'AddNote', episode: 'e-3', text: 'Meanwhile.' });
    const late = await send(formOf(shown.text));
    expect([late.status, late.text.includes('Somebody else wrote')]).toEqual([409, true]);
    expect([await phase('e-1'), await phase('e-3')]).toEqual(['orientation', 'orientation']);
  });

  it('are shown anew when the form was changed after the preview, before anything is saved', async () => {
    const shown = await clinic.page('/bulk?action=advance&episode=e-1&episode=e-4', kim);
    const changed = await send(formOf(shown.text, { on: '2026-01-04', reason: 'Agreed.' }));
    expect([changed.status, changed.text.includes('The form was changed after it was shown')]).toEqual([
      409,
      true,
    ]);
    expect(changed.text).toContain('value="Agreed."');
    expect(await phase('e-1')).toBe('orientation');
    const reason = await send(formOf(shown.text, { reason: 'Agreed.' }));
    expect([reason.status, await phase('e-1')]).toEqual([303, 'early-recovery']);
  });

  it('are advanced once, however often the form is sent', async () => {
    const shown = await clinic.page('/bulk?action=note&text=Called.&episode=e-1&episode=e-3', kim);
    const fields = formOf(shown.text);
    for (let n = 0; n < 2; n += 1) expect((await send(fields)).status).toBe(303);
    const notes = (await clinic.engine.history('e-1')).filter(({ event }) => event.type === 'NoteAdded');
    expect(notes).toHaveLength(1);
  });
});

describe('doing the same for several patients', () => {
  it('suggests what their gates ask for, and signs it for each', async () => {
    const asked = await clinic.page('/bulk?action=sign-off&episode=e-4', kim);
    expect(asked.text).toContain('<option value="service-agreement">');
    expect(asked.text).not.toContain('Save for');
    const shown = await clinic.page('/bulk?action=sign-off&subject=service-agreement&episode=e-4', kim);
    expect((await send(formOf(shown.text))).status).toBe(303);
    expect((await clinic.engine.history('e-4')).at(-1)?.event).toMatchObject({
      type: 'SignedOff',
      by: 'kim',
      role: 'counselor',
    });
  });

  it('reaches no patient of others, neither to look at nor to write', async () => {
    expect((await clinic.page('/bulk?action=note&text=x&episode=e-1&episode=e-2', kim)).status).toBe(404);
    const sent = await send([
      ['action', 'note'],
      ['text', 'x'],
      ['episode', 'e-1'],
      ['episode', 'e-2'],
      ['key', 'k'],
    ]);
    expect(sent.status).toBe(404);
    expect((await clinic.engine.history('e-1')).at(-1)?.event.type).toBe('SignedOff');
  });

  it('says that nobody is picked', async () => {
    expect((await clinic.page('/bulk?action=advance', kim)).text).toContain('Nobody is picked');
    expect(
      (
        await send([
          ['action', 'advance'],
          ['key', 'k'],
        ])
      ).status,
    ).toBe(400);
  });
});

describe('a worklist', () => {
  it('says why each patient is in it, and keeps to the own caseload', async () => {
    const { text } = await clinic.page(
      '/caseload?list=one-item&view=table',
      clinic.person('lee', 'counselor'),
    );
    expect(text).toContain('Nobody is on this list');
    const { text: ofKim } = await clinic.page('/caseload?list=sign-off&view=table', kim);
    expect(ofKim).toContain('p-4');
    expect(ofKim).toContain('Sign, or say why not');
    expect(ofKim).toContain('Sign-off wanted <b>1</b>');
    expect(ofKim).not.toMatch(/p-1\b/);
  });

  it('is narrowed by filters, which a link keeps', async () => {
    const { text } = await clinic.page('/caseload?list=ready&find=p-3&view=table', kim);
    expect([text.includes('p-3'), /\/patients\/e-1"/.test(text)]).toEqual([true, false]);
    expect(text).toContain('list=ready&amp;view=table&amp;find=p-3');
  });
});
