import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserClinic, openBrowserClinic } from './browser-clinic.ts';
import { axeViolations, hasBrowser, openPage, startBrowser } from './open-browser.ts';

/** Windows, and the rules that can be broken in each and hold in none of those before it. At 640 pixels it is as at twice the size. */
const WINDOWS = [
  { name: 'light', rules: 'all', width: 1280, colours: 'light' },
  { name: 'dark', rules: 'colours', width: 1280, colours: 'dark' },
  { name: 'at twice the size', rules: 'shapes', width: 640, colours: 'light' },
  { name: 'as wide as a phone', rules: 'shapes', width: 360, colours: 'light' },
] as const;
const MEETING = '/groups/evening/meetings/2026-01-05T18:00';
/** Every page, by who looks at it. */
const PAGES: Readonly<Record<string, readonly string[]>> = {
  guest: ['/sign-in', '/join/join_x'],
  pat: [
    ...['/today', '/caseload', '/caseload?view=table', '/caseload?list=sign-off&view=table'],
    ...[
      '/bulk?action=note&text=Called.&episode=e-50&episode=e-51',
      '/patients/e-50',
      '/patients/e-50/advance',
    ],
    ...['/patients/e-50/amend?fact=2', '/patients/e-51/authorize', '/patients/e-50/sign-off', '/groups'],
    ...['/groups/evening', MEETING, `${MEETING}/sheet`, '/coverage?curriculum=matrix-iop'],
    ...['/broken-glass', '/account'],
  ],
  dora: ['/curricula', '/curricula/matrix-iop', '/census', '/accounts'],
  ann: ['/access-log'],
};
const ROLES = { pat: 'counselor', dora: 'director', ann: 'auditor' } as const;

let browser: Browser;
let clinic: BrowserClinic;
const cookies: Record<string, string> = { guest: '' };

describe.skipIf(!hasBrowser)('every page', () => {
  beforeAll(async () => {
    [browser, clinic] = await Promise.all([startBrowser(), openBrowserClinic()]);
    for (const [name, role] of Object.entries(ROLES)) cookies[name] = clinic.person(name, role);
  });
  afterAll(async () => {
    await browser?.close();
    await clinic?.stop();
  });

  it('would be found out where it broke a rule', async () => {
    const { page, close } = await openPage(browser, clinic.origin, '');
    await page.setContent(
      '<html lang="en"><title>A</title><main><h1>A</h1><p style="color: #bbb; background: #fff">A text that is too pale.</p><img src="/none.png"></main></html>',
    );
    expect(await axeViolations(page)).toEqual([
      expect.stringContaining('color-contrast'),
      expect.stringContaining('image-alt'),
    ]);
    expect(await axeViolations(page, 'colours')).toEqual([expect.stringContaining('color-contrast')]);
    expect(await axeViolations(page, 'shapes')).toEqual([expect.stringContaining('image-alt')]);
    await close();
  });

  it.each(Object.keys(PAGES))(
    'of %s breaks no rule of axe or of the policy and does not scroll sideways, light, dark, narrow and large',
    async (who) => {
      const wrong: string[] = [];
      const { page, complaints, close } = await openPage(browser, clinic.origin, cookies[who] ?? '');
      for (const path of PAGES[who] ?? []) {
        const answer = await page.goto(path);
        if (answer?.status() !== 200) wrong.push(`${path}: ${answer?.status()}`);
        for (const { name, rules, width, colours } of WINDOWS) {
          await page.emulateMedia({ colorScheme: colours });
          await page.setViewportSize({ width, height: 740 });
          wrong.push(
            ...(await axeViolations(page, rules)).map((violation) => `${path} ${name}: ${violation}`),
          );
          const wide = await page.evaluate(
            'document.documentElement.scrollWidth - document.documentElement.clientWidth',
          );
          if (wide !== 0) wrong.push(`${path} ${name}: ${String(wide)} pixels too wide`);
        }
        wrong.push(...complaints.splice(0).map((complaint) => `${path}: ${complaint}`));
      }
      await close();
      expect(wrong).toEqual([]);
    },
  );
});
