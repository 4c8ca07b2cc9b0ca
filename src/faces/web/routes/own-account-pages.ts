import { html } from 'hono/html';
import { z } from 'zod';
import type { Passkey } from '../../../adapters/access/passkey-table.ts';
import { reachThrough } from '../../http/access-table.ts';
import { removePasskey } from '../../http/remove-passkey.ts';
import { type Ask, defineRoute, type Route } from '../../http/route.ts';
import { type Html, renderPage } from '../page.ts';
import { sayDate } from '../say-date.ts';

const answers = { 200: { description: 'The page', type: 'text/html' } };

/** The own account in a browser: who one is, and the passkeys, which are added here and taken away. */
export const OWN_ACCOUNT_PAGES: readonly Route[] = [
  defineRoute({
    key: 'GET /account',
    kind: 'read',
    summary: 'The own account',
    answers,
    handle: (ask) => show(ask),
  }),
  defineRoute({
    key: 'POST /account',
    kind: 'accounts',
    summary: 'Take a passkey of the own account away',
    body: z.strictObject({ passkey: z.string().max(2000) }),
    answers,
    handle: (ask) => {
      removePasskey(ask, ask.body.passkey);
      return show(ask, 'The passkey is gone. Whoever signed in elsewhere as you is signed out.');
    },
  }),
];

function show({ c, clinic, principal }: Ask<unknown, unknown, unknown>, done?: string) {
  const { title, name, role, site } = principal;
  const body = html`<h1>Your account</h1>
    <p>You are ${title} (<b>${name}</b>), ${role}${site === null ? '' : html`, site ${site === '*' ? 'all' : site}`}.</p>
    ${passkeyList(clinic.access.passkeys.of(principal.id), clinic.clock.today())}
    <p><button type="button" data-passkey="add">Add a passkey</button></p>
    <p id="passkey-says" role="status"></p>
    ${reachThrough('GET /calendar-links', role) === 'no' ? '' : html`<p><a href="/calendar-links">Your meetings in your own calendar program</a></p>`}
    <p><a href="/">Go on</a></p>`;
  return c.html(renderPage({ title: 'Your account', principal, done, body }));
}

function passkeyList(passkeys: readonly Passkey[], today: string): Html {
  if (passkeys.length === 0)
    return html`<p>You have no passkey yet. With one you sign in with a touch, and nobody can guess it.</p>`;
  return html`<p>You have ${passkeys.length} ${passkeys.length === 1 ? 'passkey' : 'passkeys'}. Remove one that you do not know, or whose device is lost.</p>
    <ul>${passkeys.map(({ id, createdAt }, at) => html`<li>Passkey ${at + 1}, added ${sayDate(createdAt.slice(0, 10), today)} at ${createdAt.slice(11, 16)} UTC <form class="inline" method="post" action="/account"><input type="hidden" name="passkey" value="${id}"><button class="plain">remove<span class="hide"> passkey ${at + 1}</span></button></form></li>`)}</ul>`;
}
