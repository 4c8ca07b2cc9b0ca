import { html } from 'hono/html';
import type { Principal } from '../../access/principal.ts';
import type { RouteKey } from '../http/access-table.ts';
import { reachThrough } from '../http/access-table.ts';
import { ASSETS } from './assets.ts';

/** A piece of a page. Whatever text is put into `html` is escaped; attributes are always in quotes. */
export type Html = ReturnType<typeof html>;

/** A page: its title, who looks at it (null for somebody who is not signed in), and what is on it. */
export type Page = {
  readonly title: string;
  readonly principal: Principal | null;
  /** The path of the entry of the menu that it belongs to. */
  readonly here?: string;
  /** What was just done, to be told once. */
  readonly done?: string | undefined;
  readonly body: Html;
};

const MENU: readonly (readonly [key: RouteKey, title: string])[] = [
  ['GET /today', 'Today'],
  ['GET /caseload', 'Caseload'],
  ['GET /groups', 'Groups'],
  ['GET /curricula', 'Curricula'],
  ['GET /census', 'Census'],
  ['GET /access-log', 'Access log'],
  ['GET /accounts', 'Accounts'],
];

/** Puts a page together: the menu of what the role reaches, what was just done, and the content. */
export function renderPage({ title, principal, here, done, body }: Page): string | Promise<string> {
  const page = html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>${title} · Stepwell</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <link rel="icon" href="${ASSETS.icon}">
    <link rel="stylesheet" href="${ASSETS.style}">
    <script src="${ASSETS.htmx}" defer></script>
    <script src="${ASSETS.script}" defer></script>
  </head>
  <body hx-boost:inherited="true">
    <a class="skip" href="#content">To the content</a>
    <header class="top">
      <a class="brand" href="/">Stepwell</a>
      ${principal === null ? '' : menu(principal, here)}
    </header>
    <main id="content" tabindex="-1">
      ${done === undefined ? '' : html`<p class="done" role="status">${done}</p>`}
      ${body}
    </main>
  </body>
</html>`;
  // As plain text, which a server sends without going through a stream.
  return page instanceof Promise ? page.then(String) : String(page);
}

function menu(principal: Principal, here: string | undefined): Html {
  const entries = MENU.filter(([key]) => reachThrough(key, principal.role) !== 'no');
  return html`<nav aria-label="Main"><ul>${entries.map(([key, title]) => {
    const path = key.slice(4);
    return html`<li><a href="${path}" ${path === here ? html`aria-current="page"` : ''}>${title}</a></li>`;
  })}</ul></nav>
      <form method="post" action="/sign-out" class="who">
        <a href="/account">${principal.title}, ${principal.role}</a>
        <button class="plain">Sign out</button>
      </form>`;
}
