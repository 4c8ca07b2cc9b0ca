import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { notice } from '../setup/notice.ts';
import { type BrowserClinic, openBrowserClinic, PASSWORD, ready } from './browser-clinic.ts';
import {
  axeViolations,
  CHROMIUM,
  hasBrowser,
  type Opened,
  openPage,
  startBrowser,
  tabTo,
} from './open-browser.ts';

if (!hasBrowser) notice(`NOTICE: the browser tests were not run, for there is no ${CHROMIUM}.`);

let browser: Browser;
let clinic: BrowserClinic;
let opened: Opened | null = null;

/** Opens a page as somebody; what he does on it is counted. */
const as = async (name: string, options = {}) => {
  const cookie = name === '' ? '' : clinic.person(name, name.startsWith('alex') ? 'supervisor' : 'counselor');
  opened = await openPage(browser, clinic.origin, cookie, options);
  return opened.page;
};
/** Counts actions and their time. */
const counter = (what: string) => {
  const started = performance.now();
  let actions = 0;
  return {
    act: async (work: Promise<unknown>) => {
      actions += 1;
      await work;
    },
    end: () => {
      notice(`${what}: ${actions} actions, ${Math.round(performance.now() - started)} ms`);
      return actions;
    },
  };
};
const kinds = async (episode: string) =>
  (await clinic.engine.history(episode))
    .slice(1)
    .map(({ event }) => ('status' in event ? event.status : event.type));

describe.skipIf(!hasBrowser)('a counselor in a browser', () => {
  beforeAll(async () => {
    [browser, clinic] = await Promise.all([startBrowser(), openBrowserClinic()]);
  });
  afterAll(async () => {
    await browser?.close();
    await clinic?.stop();
  });
  afterEach(async () => {
    const complaints = opened?.complaints ?? [];
    await opened?.close();
    opened = null;
    expect(complaints).toEqual([]);
  });

  it.each([
    { scripts: 'with scripts', name: 'kim', numbers: [12, 15, 18, 20] },
    { scripts: 'without scripts', name: 'nora', numbers: [61, 64, 67, 69] },
  ])('runs a roster of twelve with three exceptions in four actions, $scripts', async (given) => {
    const page = await as(given.name, { javaScriptEnabled: given.scripts === 'with scripts' });
    await page.goto('/today');
    const { act, end } = counter(`A roster of twelve with three exceptions, ${given.scripts}`);
    const mark = (patient: string, how: string) => {
      const choices = page.getByRole('radiogroup', { name: `How ${patient} came` });
      return act(choices.getByLabel(how, { exact: true }).check());
    };
    const [first, second, third, other] = given.numbers;
    await mark(`p-${first}`, 'missed');
    await mark(`p-${second}`, 'missed');
    await mark(`p-${third}`, 'late');
    await act(page.getByRole('button', { name: 'all 12 present' }).click());
    await page.getByText('Saved: 12 lines of the roster.').waitFor();
    expect(end()).toBeLessThanOrEqual(6);
    expect([await kinds(`e-${first}`), await kinds(`e-${third}`), await kinds(`e-${other}`)]).toEqual([
      ['absent'],
      ['late'],
      ['attended'],
    ]);
  });

  it('sees in one action who is ready, and advances all of them in three', async () => {
    const page = await as('jo');
    await page.goto('/caseload');
    const { act, end } = counter('Who is ready, and advancing all of them');
    await act(page.getByRole('link', { name: 'Ready to advance 1' }).click());
    await page.getByRole('link', { name: 'p-30' }).waitFor();
    await act(page.getByRole('button', { name: 'Show what would change' }).click());
    await act(page.getByRole('button', { name: 'Save for 1 patient' }).click());
    await page.getByText('Saved: advance to the next phase, 1 patient.').waitFor();
    expect(end()).toBe(3);
    expect((await clinic.engine.status('e-30')).phase?.id).toBe('early-recovery');
  });

  it('sees without scripts why a patient may not advance yet', async () => {
    const page = await as('jo2', { javaScriptEnabled: false });
    await clinic.engine.execute({ type: 'AssignCounselor', episode: 'e-31', counselor: 'jo2' });
    await page.goto('/patients/e-31');
    await page.getByText('sign-off of service agreement by the counselor').first().waitFor();
    expect(await page.getByRole('link', { name: 'Advance to the next phase' }).count()).toBe(0);
  });

  it('starts a leave in five actions, without scripts', async () => {
    const page = await as('sam', { javaScriptEnabled: false });
    await page.goto('/patients/e-40');
    const start = counter('The start of a leave');
    await start.act(page.getByRole('link', { name: 'Start a leave' }).click());
    await start.act(page.getByLabel('Return expected on').fill('2026-01-19'));
    await start.act(page.getByLabel('Reason').fill('A family matter.'));
    await start.act(page.getByRole('button', { name: 'Show what would change' }).click());
    await start.act(page.getByRole('button', { name: 'Save: start a leave' }).click());
    await page.getByText('on leave since').waitFor();
    expect([start.end(), (await clinic.engine.status('e-40')).lifecycle]).toEqual([5, 'on-leave']);
  });

  it('is told at the field what is wrong, and keeps what he filled in', async () => {
    const page = await as('kim2');
    await clinic.engine.execute({ type: 'AssignCounselor', episode: 'e-20', counselor: 'kim2' });
    await page.goto('/patients/e-20/credit');
    await page.getByLabel('Group or session').selectOption('relapse-prevention');
    await page.getByLabel('Session numbers').fill('1, two');
    await page.getByLabel('Attended where').fill('another clinic');
    await page.getByLabel('Reason').fill('A certificate.');
    await page.getByRole('button', { name: 'Show what would change' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.evaluate('document.activeElement.getAttribute("role")')).toBe('alert');
    await page.getByRole('link', { name: 'Session numbers' }).press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('sessions');
    expect(await page.getByLabel('Attended where').inputValue()).toBe('another clinic');
    expect(await page.locator('#sessions-wrong').innerText()).toBe('give a number');
    expect(await axeViolations(page)).toEqual([]);
    opened?.complaints.splice(0);
  });

  it('discharges in five actions, without scripts', async () => {
    const page = await as('sam2', { javaScriptEnabled: false });
    await clinic.engine.execute({ type: 'AssignCounselor', episode: 'e-41', counselor: 'sam2' });
    await page.goto('/patients/e-41');
    const { act, end } = counter('A discharge');
    await act(page.getByRole('link', { name: 'Discharge', exact: true }).click());
    await act(page.getByLabel('Kind of discharge').selectOption('transferred'));
    await act(page.getByLabel('Reason', { exact: true }).fill('Moved to residential care.'));
    await act(page.getByRole('button', { name: 'Show what would change' }).click());
    await act(page.getByRole('button', { name: 'Save: discharge' }).click());
    await page.getByText('Saved: discharge.').waitFor();
    expect(end()).toBe(5);
    expect((await clinic.engine.status('e-41')).ended?.reason).toBe('transferred');
  });

  it('advances one who is ready from his page in two actions', async () => {
    const page = await as('pat2');
    await clinic.engine.execute({ type: 'AssignCounselor', episode: 'e-51', counselor: 'pat2' });
    await clinic.engine.execute(ready('e-51'));
    await page.goto('/patients/e-51');
    const { act, end } = counter('Advancing one');
    await act(page.getByRole('link', { name: 'Advance to the next phase' }).click());
    await page.getByText('Early recovery begins').waitFor();
    await act(page.getByRole('button', { name: 'Save: advance to the next phase' }).click());
    await page.getByText('Saved: advance to the next phase.').waitFor();
    expect([end(), (await clinic.engine.status('e-51')).phase?.id]).toEqual([2, 'early-recovery']);
  });

  it('signs in, saves a roster and advances one who is ready with the keyboard alone, without scripts', async () => {
    await clinic.engine.execute(ready('e-24'));
    const page = await as('', { javaScriptEnabled: false });
    await page.goto('/');
    await tabTo(page, page.getByLabel('Name'));
    await page.keyboard.type('robin');
    await tabTo(page, page.getByLabel('Password'));
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/today');
    await tabTo(page, page.getByRole('radiogroup', { name: 'How p-22 came' }).getByLabel('attended'));
    for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowRight');
    await tabTo(page, page.getByRole('button', { name: 'all 3 present' }));
    await page.keyboard.press('Enter');
    await page.getByText('Saved: 3 lines of the roster.').waitFor();
    expect([await kinds('e-21'), await kinds('e-22')]).toEqual([['attended'], ['absent']]);
    await tabTo(page, page.getByRole('link', { name: 'Ready to advance: 1 patient' }));
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('link', { name: 'p-24', exact: true }));
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('link', { name: 'Advance to the next phase' }));
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('button', { name: 'Save: advance to the next phase' }));
    await page.keyboard.press('Enter');
    await page.getByText('Saved: advance to the next phase.').waitFor();
    expect((await clinic.engine.status('e-24')).phase?.id).toBe('early-recovery');
  });

  it('records a group that he leads', async () => {
    const page = await as('pat');
    await page.goto('/groups/evening/meetings/2026-01-05T18:00');
    await page.getByRole('button', { name: 'Save: present' }).click();
    await page.getByText('Saved: 1 line of the roster.').waitFor();
    expect(await kinds('e-50')).toContain('attended');
  });

  it('picks on the board and writes the same note for two, with the keyboard alone and without scripts', async () => {
    const page = await as('robin2', { javaScriptEnabled: false });
    for (const episode of ['e-21', 'e-22'])
      await clinic.engine.execute({ type: 'AssignCounselor', episode, counselor: 'robin2' });
    await page.goto('/caseload');
    for (const patient of ['p-21', 'p-22']) {
      await page.getByLabel(`Pick ${patient}`).focus();
      await page.keyboard.press('Space');
    }
    await page.getByRole('combobox', { name: 'For those who are picked' }).focus();
    await page.keyboard.type('Write');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByLabel('Note').fill('Called.');
    await page.getByRole('button', { name: 'Show what would change' }).press('Enter');
    await page.getByRole('button', { name: 'Save for 2 patients' }).press('Enter');
    await page.getByText('Saved: write a note, 2 patients.').waitFor();
    expect(await kinds('e-22')).toContain('NoteAdded');
  });

  it('corrects the attendance of last week without scripts, and sees beforehand what moves', async () => {
    clinic.later(7 * 1440);
    const page = await as('alex', { javaScriptEnabled: false });
    await page.goto('/patients/e-40');
    const { act, end } = counter('A correction');
    await act(page.getByRole('link', { name: 'Correct entry 2', exact: false }).click());
    await act(page.getByLabel('How', { exact: true }).selectOption('absent'));
    await act(page.getByLabel('Reason').fill('Another patient of that name was there.'));
    await act(page.getByRole('button', { name: 'Show what would change' }).click());
    await page.getByRole('heading', { name: 'What would change' }).waitFor();
    expect(await page.getByRole('status').innerText()).toMatch(/session/i);
    await act(page.getByRole('button', { name: 'Save: correct an entry' }).click());
    await page.getByText('Saved: correct an entry.').waitFor();
    expect(end()).toBe(5);
    expect((await clinic.engine.status('e-40')).tracks[0]).toMatchObject({ done: [], missed: 1 });
  });

  it('ends a leave in two actions, without scripts', async () => {
    const page = await as('alex2', { javaScriptEnabled: false });
    await page.goto('/patients/e-40');
    const end = counter('The end of a leave');
    await end.act(page.getByRole('link', { name: 'End the leave', exact: true }).click());
    await page.getByRole('heading', { name: 'What would change' }).waitFor();
    await end.act(page.getByRole('button', { name: 'Save: end the leave' }).click());
    await page.getByText('Saved: end the leave.').waitFor();
    expect([end.end(), (await clinic.engine.status('e-40')).lifecycle]).toEqual([2, 'active']);
  });
});
