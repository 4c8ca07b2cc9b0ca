import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core';

/** Where Debian puts its browser; STEPWELL_CHROMIUM names another. */
export const CHROMIUM = process.env['STEPWELL_CHROMIUM'] ?? '/usr/bin/chromium';

/** Whether there is a browser to test with. */
export const hasBrowser = existsSync(CHROMIUM);

/** A page of a browser with what it complained of: errors, warnings, broken rules of the security policy. */
export type Opened = { readonly page: Page; readonly complaints: string[]; close(): Promise<void> };

/** Starts the browser. */
export function startBrowser(): Promise<Browser> {
  const args = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'];
  return chromium.launch({ executablePath: CHROMIUM, args });
}

/** Opens a page with a window, colours and scripts as asked, signed in with the cookie of a session where one is given. */
export async function openPage(
  browser: Browser,
  origin: string,
  cookie: string,
  options: BrowserContextOptions = {},
): Promise<Opened> {
  const context = await browser.newContext({ baseURL: origin, ...options });
  const [name = '', value = ''] = cookie.split('=');
  if (value !== '') await context.addCookies([{ name, value, url: origin }]);
  context.setDefaultTimeout(120_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('dialog', (dialog) => complaints.push(`dialog: ${dialog.message()}`));
  return { page, complaints, close: () => context.close() };
}

/** Goes to something with the key of the tabulator alone, as somebody without a mouse does; throws where it is not reached. */
export async function tabTo(page: Page, wanted: Locator, most = 200): Promise<void> {
  type Element = { matches(selector: string): boolean };
  const here = () => wanted.evaluate((element) => (element as unknown as Element).matches(':focus'));
  for (let step = 0; step < most; step += 1) {
    if (await here()) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('It was not reached with the keyboard.');
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Which rules are asked: all of them; those of colours, for another set of colours; or all others, for another width. */
export type AxeRules = 'all' | 'colours' | 'shapes';

const OPTIONS: Readonly<Record<AxeRules, object>> = {
  all: { runOnly: TAGS },
  colours: { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } },
  shapes: { runOnly: TAGS, rules: { 'color-contrast': { enabled: false } } },
};

/** What axe finds wrong with a page, one line for each rule. */
export async function axeViolations(page: Page, rules: AxeRules = 'all'): Promise<string[]> {
  const options = { ...OPTIONS[rules], resultTypes: ['violations'] };
  const run = `axe.run(document, ${JSON.stringify(options)})`;
  const say =
    '({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes[0].html.slice(0, 200))';
  if ((await page.evaluate('typeof axe')) === 'undefined') await page.evaluate(`${AXE}; undefined`);
  return page.evaluate(`${run}.then(${say})`);
}
