import { html } from 'hono/html';
import { z } from 'zod';
import { SHORTEST_PASSWORD } from '../../../access/password.ts';
import { HttpProblem } from '../../http/http-problem.ts';
import { type Ask, defineRoute, type Route } from '../../http/route.ts';
import { writeSessionCookie } from '../../http/session-cookie.ts';
import { joinWithLink, signInWithPassword } from '../../http/sign-in.ts';
import { findAsset } from '../assets.ts';
import { caught } from '../field-problems.ts';
import { formParts } from '../form-parts.ts';
import { renderPage } from '../page.ts';

const kind = 'sign-in';
const page = { 200: { description: 'The page', type: 'text/html' } };
const text = z.string().max(200).default('');
const Link = z.strictObject({ link: z.string().max(100) });

/** Signing in and out in a browser, coming in with a link, and the files that pages load. */
export const SIGN_IN_PAGES: readonly Route[] = [
  defineRoute({
    key: 'GET /',
    kind: 'read',
    summary: 'The first page of the role',
    answers: page,
    handle: ({ c, principal }) => {
      const first = { director: '/curricula', researcher: '/census', auditor: '/access-log' } as const;
      const { role } = principal;
      return c.redirect(role === 'counselor' || role === 'supervisor' ? '/today' : first[role], 303);
    },
  }),
  defineRoute({
    key: 'GET /sign-in',
    kind,
    summary: 'The page for signing in',
    answers: page,
    handle: ({ c }) => c.html(signInPage('', null)),
  }),
  defineRoute({
    key: 'POST /sign-in',
    kind,
    summary: 'Sign in with name and password',
    body: z.strictObject({ name: text, password: text }),
    answers: page,
    handle: async (ask) => {
      const problem = await caught(() => signInWithPassword(ask, ask.body));
      if (problem === null) return ask.c.redirect('/', 303);
      return answer(ask, problem, signInPage(ask.body.name, problem));
    },
  }),
  defineRoute({
    key: 'POST /sign-out',
    kind,
    summary: 'Sign out',
    answers: page,
    handle: ({ c, clinic, principal, log }) => {
      if (principal.session !== null) clinic.access.sessions.end(principal.session);
      writeSessionCookie(c, clinic.origin, null);
      log({ reason: 'sign-out' });
      return c.redirect('/sign-in', 303);
    },
  }),
  defineRoute({
    key: 'GET /join/:link',
    kind,
    summary: 'The page to which a one-time link leads',
    params: Link,
    answers: page,
    handle: ({ c, params }) => c.html(joinPage(params.link, null)),
  }),
  defineRoute({
    key: 'POST /join/:link',
    kind,
    summary: 'Set a password with a one-time link',
    params: Link,
    body: z.strictObject({ password: text }),
    answers: page,
    handle: async (ask) => {
      const given = { link: ask.params.link, password: ask.body.password };
      const problem = await caught(() => joinWithLink(ask, given));
      if (problem === null) return ask.c.redirect('/account', 303);
      return answer(ask, problem, joinPage(given.link, problem));
    },
  }),
  defineRoute({
    key: 'GET /assets/:file',
    kind: 'read',
    summary: 'A style sheet or script',
    params: z.strictObject({ file: z.string().max(100) }),
    answers: page,
    handle: ({ c, params }) => {
      const asset = findAsset(params.file);
      if (asset === null) throw new HttpProblem(404, 'not-found', 'There is no such file.');
      return c.body(asset.text, 200, {
        'Content-Type': asset.type,
        'Cache-Control': 'public, max-age=31536000, immutable',
      });
    },
  }),
];

function answer({ c }: Ask, problem: HttpProblem, body: string | Promise<string>) {
  for (const [name, value] of Object.entries(problem.headers)) c.header(name, value);
  return c.html(body, problem.status as 400);
}

function signInPage(name: string, problem: HttpProblem | null): string | Promise<string> {
  const parts = formParts(
    [
      {
        ...{ name: 'name', label: 'Name', type: 'text', required: true },
        attributes: { autocomplete: 'username', autocapitalize: 'none' },
      },
      {
        ...{ name: 'password', label: 'Password', type: 'password', required: true },
        attributes: { autocomplete: 'current-password' },
      },
    ],
    { name },
    problem,
  );
  return renderPage({
    title: 'Sign in',
    principal: null,
    body: html`<h1>Sign in</h1>
      ${parts.problems}
      <form method="post" action="/sign-in" class="fields" hx-boost="false">
        ${parts.fields}
        <div class="buttons">
          <button>Sign in</button>
          <button type="button" class="quiet" data-passkey="use">Use a passkey</button>
        </div>
        <p id="passkey-says" role="status"></p>
      </form>
      <p class="soft">Lost your password? Ask the program director for a new link.</p>`,
  });
}

function joinPage(link: string, problem: HttpProblem | null): string | Promise<string> {
  const parts = formParts(
    [
      {
        ...{ name: 'password', label: 'Choose a password', type: 'password', required: true },
        hint: `At least ${SHORTEST_PASSWORD} characters. A sentence is easy to remember.`,
        attributes: { autocomplete: 'new-password' },
      },
    ],
    {},
    problem,
  );
  return renderPage({
    title: 'Welcome',
    principal: null,
    body: html`<h1>Welcome</h1>
      ${parts.problems}
      <form method="post" action="/join/${encodeURIComponent(link)}" class="fields" hx-boost="false">
        ${parts.fields}
        <div class="buttons"><button>Come in</button></div>
      </form>`,
  });
}
