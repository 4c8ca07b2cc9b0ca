import { html } from 'hono/html';
import { z } from 'zod';
import { type Account, NewAccount } from '../../../access/account.ts';
import { Role } from '../../../access/role.ts';
import { disableAccount } from '../../http/disable-account.ts';
import { HttpProblem } from '../../http/http-problem.ts';
import { addAccount, makeLink } from '../../http/invite.ts';
import { readWith } from '../../http/read-with.ts';
import { type Ask, defineRoute, type Route } from '../../http/route.ts';
import { caught, fieldProblems } from '../field-problems.ts';
import { type FormPart, formParts } from '../form-parts.ts';
import { type Html, renderPage } from '../page.ts';

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

/** Accounts in a browser: who may sign in, inviting somebody, a new link for who lost his password, and disabling an account. */
export const ACCOUNT_PAGES: readonly Route[] = [
  defineRoute({
    key: 'GET /accounts',
    kind: 'read',
    summary: 'Who may sign in',
    answers,
    handle: (ask) => show(ask, {}, {}),
  }),
  defineRoute({
    key: 'POST /accounts',
    kind: 'accounts',
    summary: 'Invite somebody, make a new link for him, or disable his account',
    body: z.record(z.string(), z.string().max(200)),
    answers,
    handle: async (ask) => {
      const { do: what = 'invite', account: name = '', reason = '' } = ask.body;
      let told: Told = {};
      const problem = await caught(async () => {
        told = what === 'invite' ? invite(ask) : change(ask, what, name, reason);
      });
      const invited = problem !== null && what === 'invite';
      return show(ask, problem === null ? {} : ask.body, { problem, invited, ...told });
    },
  }),
];

/** What was done with an account: the one-time link that was made, or what is to be said. */
type Told = { readonly link?: string; readonly done?: string };

function invite(ask: Ask<unknown, unknown, Readonly<Record<string, string>>>): Told {
  const { access, clock } = ask.clinic;
  const { do: _, ...fields } = ask.body;
  const given = readWith(NewAccount, fields, 'body');
  const account = addAccount(access, given, 'person', clock.now());
  ask.log({
    reason: `made ${given.name}, ${given.role}${given.site === undefined ? '' : ` of site ${given.site}`}`,
  });
  return { link: linkFor(ask, account.id) };
}

function change(ask: Ask<unknown, unknown, unknown>, what: string, name: string, reason: string): Told {
  const account = ask.clinic.access.accounts.byName(name);
  if (account === null || account.disabled)
    throw new HttpProblem(404, 'not-found', `There is no account ${name} that can sign in.`);
  if (what === 'link') {
    if (account.kind !== 'person')
      throw new HttpProblem(409, 'not-a-person', 'Nobody signs in to the account of an app.');
    ask.log({ reason: `new link for ${name}` });
    return { link: linkFor(ask, account.id) };
  }
  if (what !== 'disable') throw new HttpProblem(400, 'invalid-request', 'There is no such thing to do here.');
  if (reason.trim() === '')
    throw new HttpProblem(400, 'invalid-request', `Say why ${name} is disabled; it stays in the log.`);
  disableAccount(ask, account, reason.trim());
  return { done: `${name} is disabled and signed out everywhere.` };
}

function linkFor({ clinic }: Ask<unknown, unknown, unknown>, account: string): string {
  const { link } = makeLink(clinic.access, account, clinic.clock.now());
  return `${clinic.origin}${clinic.basePath}/join/${link}`;
}

/** What can be done with an account that may sign in: a new link for a person, and an end to it. */
function changes({ name, kind, disabled, id }: Account, own: string): Html {
  if (disabled) return html``;
  const hidden = (what: string) =>
    html`<input type="hidden" name="do" value="${what}"><input type="hidden" name="account" value="${name}">`;
  return html`${kind === 'service' ? '' : html`<form class="inline" method="post" action="/accounts">${hidden('link')}<button class="plain">new link<span class="hide"> for ${name}</span></button></form>`}
    ${id === own ? '' : html`<details class="small-form"><summary>disable<span class="hide"> ${name}</span></summary><form method="post" action="/accounts" class="fields">${hidden('disable')}<label for="why-${name}">Reason</label><input id="why-${name}" name="reason" required maxlength="200"><div class="buttons"><button>Disable ${name}</button></div></form></details>`}`;
}

type View = Told & { readonly problem?: HttpProblem | null; readonly invited?: boolean };

function show(
  { c, clinic, principal }: Ask<unknown, unknown, unknown>,
  filled: Readonly<Record<string, string>>,
  { problem = null, invited = false, link, done }: View,
) {
  const accounts = clinic.access.accounts.list();
  const parts = formParts(FIELDS, invited ? filled : {}, invited ? problem : null);
  const body = html`<h1>Accounts</h1>
    ${invited ? '' : fieldProblems(problem)}
    ${link === undefined ? '' : html`<div class="notice" role="status"><p>Give this link to the person, and to nobody else. It is good once, for a day, and is not shown again:</p><p><code>${link}</code></p></div>`}
    <div class="scroll" role="region" aria-label="Accounts" tabindex="0"><table class="stack"><thead><tr><th scope="col">Name</th><th scope="col">Title</th><th scope="col">Role</th><th scope="col">Site</th><th scope="col">Signs as</th><th scope="col">State</th><th scope="col" class="screen"><span class="hide">Changes</span></th></tr></thead>
    <tbody>${accounts.map((account) => {
      const { name, title, role, site, signsAs, disabled, kind } = account;
      return html`<tr><th scope="row">${name}</th><td>${title}</td><td>${role}</td><td>${site === '*' ? 'all' : (site ?? '')}</td><td>${signsAs.join(', ')}</td><td>${disabled ? 'disabled' : kind === 'service' ? 'app' : 'open'}</td><td class="screen">${changes(account, principal.id)}</td></tr>`;
    })}</tbody></table></div>
    <h2>Invite somebody</h2>
    ${parts.problems}
    <form method="post" action="/accounts" class="fields">
      ${parts.fields}
      <div class="buttons"><button>Make the account</button></div>
    </form>`;
  return c.html(
    renderPage({ title: 'Accounts', principal, here: '/accounts', done, body }),
    (problem?.status ?? 200) as 200,
  );
}
