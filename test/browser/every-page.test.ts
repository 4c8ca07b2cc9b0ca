import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserClinic, openBrowserClinic } from './browser-clinic.ts';
import { axeViolations, hasBrowser, openPage, startBrowser } from './open-browser.ts';
import { LOOKERS, PAGE_TABLE } from './page-table.ts';

/** Windows, and the rules that can be broken in each and hold in none of those before it. At 640 pixels it is as at twice the size. */
const WINDOWS = [
  { name: 'light', rules: 'all', width: 1280, colours: 'light' },
  { name: 'dark', rules: 'colours', width: 1280, colours: 'dark' },
  { name: 'at twice the size', rules: 'shapes', width: 640, colours: 'light' },
  { name: 'as wide as a phone', rules: 'shapes', width: 360, colours: 'light' },
] as const;
const TOO_WIDE = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
/** The pixels of a sheet of paper between its margins, the smaller of A4 and Letter. */
const PAPER = 680;
/** The addresses that each of them walks through. */
const WALKS = Map.groupBy(
  Object.values(PAGE_TABLE).flatMap(([who, ...paths]) => paths.map((path) => ({ who, path }))),
  ({ who }) => who,
);

let browser: Browser;
let clinic: BrowserClinic;
const cookies: Record<string, string> = { guest: '' };

describe.skipIf(!hasBrowser)('every page', () => {
  beforeAll(async () => {
    [browser, clinic] = await Promise.all([startBrowser(), openBrowserClinic()]);
    for (const [name, role] of Object.entries(LOOKERS)) cookies[name] = clinic.person(name, role);
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

  it.each([...WALKS.keys()])(
    'of %s breaks no rule of axe or of the policy and does not scroll sideways, light, dark, narrow, large and on paper',
    async (who) => {
      const wrong: string[] = [];
      const { page, complaints, close } = await openPage(browser, clinic.origin, cookies[who] ?? '');
      for (const { path } of WALKS.get(who) ?? []) {
        const answer = await page.goto(path);
        if (answer?.status() !== 200) wrong.push(`${path}: ${answer?.status()}`);
        for (const { name, rules, width, colours } of WINDOWS) {
          await page.emulateMedia({ colorScheme: colours });
          await page.setViewportSize({ width, height: 740 });
          wrong.push(
            ...(await axeViolations(page, rules)).map((violation) => `${path} ${name}: ${violation}`),
          );
          const wide = await page.evaluate(TOO_WIDE);
          if (wide !== 0) wrong.push(`${path} ${name}: ${String(wide)} pixels too wide`);
        }
        await page.emulateMedia({ media: 'print', colorScheme: 'light' });
        await page.setViewportSize({ width: PAPER, height: 990 });
        const wide = await page.evaluate(TOO_WIDE);
        if (wide !== 0) wrong.push(`${path} on paper: ${String(wide)} pixels too wide`);
        await page.emulateMedia({ media: 'screen' });
        wrong.push(...complaints.splice(0).map((complaint) => `${path}: ${complaint}`));
      }
      await close();
      expect(wrong).toEqual([]);
    },
  );
});
