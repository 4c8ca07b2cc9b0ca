import { html } from 'hono/html';
import { z } from 'zod';
import { NewAccount } from '../../../access/account.ts';
import { Role } from '../../../access/role.ts';
import type { HttpProblem } from '../../http/http-problem.ts';
import { addAccount, makeLink } from '../../http/invite.ts';
import { readWith } from '../../http/read-with.ts';
import { type Ask, defineRoute, type Route } from '../../http/route.ts';
import { caught } from '../field-problems.ts';
import { type FormPart, formParts } from '../form-parts.ts';
import { renderPage } from '../page.ts';

const answers = { 200: { description: 'The page', type: 'text/html' } };

const FIELDS: readonly FormPart[] = [
  {
    name: 'name',
    label: 'Name to sign in with',
    type: 'text',
    required: true,
    hint: "Also the counselor's name in the record. Small letters; it is never given to somebody else.",
    attributes: { autocomplete: 'off', autocapitalize: 'none' },
  },
  { name: 'title', label: 'Name as others read it', type: 'text' },
  {
    name: 'role',
    label: 'Role',
    type: 'choice',
    required: true,
    options: Role.options.map((role) => [role, role]),
  },
  { name: 'site', label: 'Site', type: 'text', hint: 'A supervisor needs one; * stands for all sites.' },
];

/** Accounts in a browser: who may sign in, and inviting somebody. */
export const ACCOUNT_PAGES: readonly Route[] = [
  defineRoute({
    key: 'GET /accounts',
    kind: 'read',
    summary: 'Who may sign in',
    answers,
    handle: (ask) => show(ask, {}, null, null),
  }),
  defineRoute({
    key: 'POST /accounts',
    kind: 'accounts',
    summary: 'Invite somebody',
    body: z.record(z.string(), z.string().max(200)),
    answers,
    handle: async (ask) => {
      const { access, clock } = ask.clinic;
      let link: string | null = null;
      const problem = await caught(async () => {
        const given = readWith(NewAccount, ask.body, 'body');
        const account = addAccount(access, given, 'person', clock.now());
        ask.log({
          reason: `made ${given.name}, ${given.role}${given.site === undefined ? '' : ` of site ${given.site}`}`,
        });
        link = `${ask.clinic.origin}${ask.clinic.basePath}/join/${makeLink(access, account.id, clock.now()).link}`;
      });
      return show(ask, problem === null ? {} : ask.body, problem, link);
    },
  }),
];

function show(
  { c, clinic, principal }: Ask,
  filled: Readonly<Record<string, string>>,
  problem: HttpProblem | null,
  link: string | null,
) {
  const accounts = clinic.access.accounts.list();
  const parts = formParts(FIELDS, filled, problem);
  const body = html`<h1>Accounts</h1>
    ${link === null ? '' : html`<div class="notice" role="status"><p>Give this link to the person, and to nobody else. It is good once, for a day, and is not shown again:</p><p><code>${link}</code></p></div>`}
    <div class="scroll" role="region" aria-label="Accounts" tabindex="0"><table><thead><tr><th scope="col">Name</th><th scope="col">Title</th><th scope="col">Role</th><th scope="col">Site</th><th scope="col">Signs as</th><th scope="col">State</th></tr></thead>
    <tbody>${accounts.map(({ name, title, role, site, signsAs, disabled, kind }) => html`<tr><th scope="row">${name}</th><td>${title}</td><td>${role}</td><td>${site === '*' ? 'all' : (site ?? '')}</td><td>${signsAs.join(', ')}</td><td>${disabled ? 'disabled' : kind === 'service' ? 'app' : 'open'}</td></tr>`)}</tbody></table></div>
    <h2>Invite somebody</h2>
    ${parts.problems}
    <form method="post" action="/accounts" class="fields">
      ${parts.fields}
      <div class="buttons"><button>Make the account</button></div>
    </form>`;
  return c.html(
    renderPage({ title: 'Accounts', principal, here: '/accounts', body }),
    (problem?.status ?? 200) as 200,
  );
}
