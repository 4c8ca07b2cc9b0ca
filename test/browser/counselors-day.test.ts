import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { notice } from '../setup/notice.ts';
import { makeReady, openBrowserClinic, PASSWORD } from './browser-clinic.ts';
import { axeViolations, CHROMIUM, hasBrowser, type Opened, openPage, startBrowser } from './open-browser.ts';

if (!hasBrowser) notice(`NOTICE: the browser tests were not run, for there is no ${CHROMIUM}.`);

let browser: Browser;
let clinic: Awaited<ReturnType<typeof openBrowserClinic>>;
let opened: Opened;

describe.skipIf(!hasBrowser)('a counselor in a browser', () => {
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    clinic = await openBrowserClinic();
    opened = await openPage(browser, clinic.origin, clinic.kim);
  });
  afterEach(async () => {
    const { complaints } = opened;
    await opened.close();
    await clinic.stop();
    expect(complaints).toEqual([]);
  });
  const kinds = async (episode: string) =>
    (await clinic.engine.history(episode))
      .slice(1)
      .map(({ event }) => ('status' in event ? event.status : event.type));

  it('runs a roster of twelve with three exceptions in four actions', async () => {
    const { page } = opened;
    await page.goto('/today');
    let actions = 0;
    const act = async (work: Promise<unknown>) => {
      actions += 1;
      await work;
    };
    const mark = (patient: string, how: string) =>
      act(
        page
          .getByRole('radiogroup', { name: `How ${patient} came` })
          .getByLabel(how, { exact: true })
          .check(),
      );
    await mark('p-12', 'missed');
    await mark('p-15', 'missed');
    await mark('p-18', 'late');
    await act(page.getByRole('button', { name: 'all 12 present' }).click());
    await page.getByText('Saved: 12 lines of the roster.').waitFor();
    expect(actions).toBeLessThanOrEqual(6);
    expect([await kinds('e-12'), await kinds('e-18'), await kinds('e-20')]).toEqual([
      ['absent'],
      ['late'],
      ['attended'],
    ]);
  });

  it('corrects the attendance of last week, and sees beforehand what moves', async () => {
    await makeReady(clinic, 'e-10');
    clinic.later(7 * 1440);
    const cookie = clinic.person('kim2', 'supervisor', { site: '*' });
    await opened.close();
    opened = await openPage(browser, clinic.origin, cookie);
    const { page } = opened;
    await page.goto('/patients/e-10');
    await page.getByRole('link', { name: 'Correct entry 2', exact: false }).click();
    await page.getByLabel('Status').selectOption('absent');
    await page.getByLabel('Reason').fill('Another patient of that name was there.');
    await page.getByRole('button', { name: 'Show what would change' }).click();
    await page.getByRole('heading', { name: 'What would change' }).waitFor();
    expect(await page.getByRole('status').innerText()).toMatch(/session/i);
    await page.getByRole('button', { name: 'Save: correct an entry' }).click();
    await page.getByText('Saved: correct an entry.').waitFor();
    expect((await clinic.engine.status('e-10')).tracks[0]).toMatchObject({ done: [], missed: 1 });
  });

  it('sees in one action who is ready, why another is not, and advances the first', async () => {
    await makeReady(clinic, 'e-14');
    const { page } = opened;
    await page.goto('/caseload');
    await page.getByRole('link', { name: 'Ready to advance 1' }).click();
    await page.getByRole('link', { name: 'p-14' }).click();
    await page.getByRole('link', { name: 'Advance to the next phase' }).click();
    await page.getByRole('button', { name: 'Show what would change' }).click();
    await page.getByRole('button', { name: 'Save: advance' }).click();
    await page.getByText('Saved: advance to the next phase.').waitFor();
    expect((await clinic.engine.status('e-14')).phase?.id).toBe('early-recovery');
    await page.goto('/patients/e-15');
    await page.getByText('sign-off of service agreement by the counselor').first().waitFor();
    expect(await page.getByRole('link', { name: 'Advance to the next phase' }).count()).toBe(0);
  });

  it('starts a leave, and discharges another', async () => {
    const { page } = opened;
    await page.goto('/patients/e-16/leave');
    await page.getByLabel('Return expected on').fill('2026-01-19');
    await page.getByLabel('Reason').fill('A family matter.');
    await page.getByRole('button', { name: 'Show what would change' }).click();
    await page.getByRole('button', { name: 'Save: start a leave' }).click();
    await page.getByText('on leave since').waitFor();
    await page.goto('/patients/e-17/discharge');
    await page.getByLabel('Reason for discharge').selectOption('transferred');
    await page.getByLabel('Reason', { exact: true }).fill('Moved to residential care.');
    await page.getByRole('button', { name: 'Show what would change' }).click();
    await page.getByRole('button', { name: 'Save: discharge' }).click();
    await page.getByText('Saved: discharge.').waitFor();
    expect((await clinic.engine.status('e-17')).ended?.reason).toBe('transferred');
  });

  it('signs in and saves a roster with the keyboard alone, and without scripts', async () => {
    await opened.close();
    opened = await openPage(browser, clinic.origin, '', { javaScriptEnabled: false });
    const { page } = opened;
    await page.goto('/');
    await page.getByLabel('Name').focus();
    await page.keyboard.type('kim');
    await page.keyboard.press('Tab');
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/today');
    await page.getByRole('button', { name: 'all 12 present' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Saved: 12 lines of the roster.').waitFor();
    expect(await kinds('e-11')).toEqual(['attended']);
  });
});

const WINDOWS = {
  light: {},
  dark: { colorScheme: 'dark' },
  'as wide as a phone': { viewport: { width: 360, height: 740 } },
  'at twice the size': { viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 },
} as const;

describe.skipIf(!hasBrowser)('every page', () => {
  beforeAll(async () => {
    browser = await startBrowser();
    clinic = await openBrowserClinic();
    await makeReady(clinic, 'e-14');
  });
  afterAll(async () => {
    await browser?.close();
    await clinic?.stop();
  });

  it('would be found out where it broke a rule', async () => {
    const { page, close } = await openPage(browser, clinic.origin, '');
    await page.setContent(
      '<html lang="en"><title>A</title><main><h1>A</h1><img src="/none.png"></main></html>',
    );
    expect(await axeViolations(page)).toEqual([expect.stringContaining('image-alt')]);
    await close();
  });

  it.each(Object.entries(WINDOWS))(
    '%s breaks no rule of axe or of the policy, and does not scroll sideways',
    async (name, window) => {
      const director = clinic.person(`dora-${name.replaceAll(' ', '')}`, 'director');
      const auditor = clinic.person(`ann-${name.replaceAll(' ', '')}`, 'auditor');
      const pages = [
        ...['/sign-in', '/join/join_x'].map((path) => ['', path]),
        ...[
          '/today',
          '/caseload',
          '/caseload?view=table',
          '/patients/e-14',
          '/patients/e-14/advance',
          '/patients/e-14/amend?fact=2',
          '/broken-glass',
          '/account',
        ].map((path) => [clinic.kim, path]),
        ...['/curricula', '/curricula/matrix-iop', '/census', '/accounts'].map((path) => [director, path]),
        [auditor, '/access-log'],
      ] as const;
      for (const [cookie = '', path = ''] of pages) {
        const { page, complaints, close } = await openPage(browser, clinic.origin, cookie, window);
        await page.goto(path);
        expect(await axeViolations(page), path).toEqual([]);
        expect(
          await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
          path,
        ).toBe(0);
        expect(complaints, path).toEqual([]);
        await close();
      }
    },
  );
});
