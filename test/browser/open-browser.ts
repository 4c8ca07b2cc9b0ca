import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

/** Where Debian puts its browser; STEPWELL_CHROMIUM names another. */
export const CHROMIUM = process.env['STEPWELL_CHROMIUM'] ?? '/usr/bin/chromium';

/** Whether there is a browser to test with. */
export const hasBrowser = existsSync(CHROMIUM);

/** A page of a browser with what it complained of: errors, warnings, broken rules of the security policy. */
export type Opened = { readonly page: Page; readonly complaints: string[]; close(): Promise<void> };

/** Starts the browser. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
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
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('dialog', (dialog) => complaints.push(`dialog: ${dialog.message()}`));
  return { page, complaints, close: () => context.close() };
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds wrong with a page, one line for each rule. */
export function axeViolations(page: Page): Promise<string[]> {
  const run = `axe.run(document, { runOnly: ${JSON.stringify(RULES)} })`;
  const say =
    '({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes[0].html.slice(0, 200))';
  return page.evaluate(`(() => { ${AXE}; return ${run}.then(${say}); })()`);
}
