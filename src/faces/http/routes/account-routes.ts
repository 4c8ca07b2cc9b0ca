import { z } from 'zod';
import { NewAccount } from '../../../access/account.ts';
import { disableAccount } from '../disable-account.ts';
import { HttpProblem } from '../http-problem.ts';
import { addAccount, makeLink } from '../invite.ts';
import { type Ask, defineRoute, type Route } from '../route.ts';
import { newSecret } from '../secret-token.ts';

const Path = z.strictObject({ account: z.string().min(1).max(64).describe('its name') });
const Link = z.object({ link: z.string(), until: z.string() });
const Shown = z.object({
  name: z.string(),
  role: z.string(),
  site: z.string().nullable(),
  disabled: z.boolean(),
});
const kind = 'accounts';

const list = defineRoute({
  key: 'GET /api/accounts',
  kind: 'read',
  summary: 'Who may sign in',
  answers: { 200: { description: 'The accounts', schema: z.object({ items: z.array(Shown.loose()) }) } },
  handle: ({ c, clinic }) => c.json({ items: clinic.access.accounts.list() }),
});

const invite = defineRoute({
  key: 'POST /api/accounts',
  kind,
  summary: 'Make an account; the answer has the one-time link with which its person comes in',
  body: NewAccount,
  answers: { 201: { description: 'The link, shown this once', schema: Link } },
  handle: ({ c, clinic: { access, clock }, body, log }) => {
    const account = addAccount(access, body, 'person', clock.now());
    log({
      reason: `made ${body.name}, ${body.role}${body.site === undefined ? '' : ` of site ${body.site}`}`,
    });
    return c.json(makeLink(access, account.id, clock.now()), 201);
  },
});

const link = defineRoute({
  key: 'POST /api/accounts/:account/links',
  kind,
  summary: 'Make a new one-time link for somebody who lost his password',
  params: Path,
  body: z.strictObject({}),
  answers: { 201: { description: 'The link, shown this once', schema: Link } },
  handle: (ask) => {
    const account = accountOf(ask, ask.params.account);
    if (account.kind !== 'person')
      throw new HttpProblem(
        409,
        'not-a-person',
        'Nobody signs in to the account of an app; make another one.',
      );
    ask.log({ reason: `new link for ${account.name}` });
    return ask.c.json(makeLink(ask.clinic.access, account.id, ask.clinic.clock.now()), 201);
  },
});

const disabling = defineRoute({
  key: 'POST /api/accounts/:account/disabling',
  kind,
  summary: 'Disable an account; all its sessions, tokens and links end at once',
  params: Path,
  body: z.strictObject({ reason: z.string().min(1).max(1000) }),
  answers: { 204: { description: 'Disabled' } },
  handle: (ask) => {
    disableAccount(ask, accountOf(ask, ask.params.account), ask.body.reason);
    return ask.c.body(null, 204);
  },
});

const service = defineRoute({
  key: 'POST /api/service-accounts',
  kind,
  summary: 'Make an account for an app; the answer has its token, shown this once',
  body: NewAccount.safeExtend({ days: z.int().min(1).max(366).default(90) }),
  answers: { 201: { description: 'The token', schema: z.object({ token: z.string(), until: z.string() }) } },
  handle: ({ c, clinic: { access, clock }, body: { days, ...given }, log }) => {
    const now = clock.now();
    const account = addAccount(access, given, 'service', now);
    const { secret, hash } = newSecret('app');
    const until = new Date(Date.parse(now) + days * 86_400_000).toISOString();
    access.serviceTokens.add(hash, account.id, until);
    log({ reason: `made app ${given.name}, ${given.role}, for ${days} days` });
    return c.json({ token: secret, until }, 201);
  },
});

/** Accounts and tokens: the director's work. */
export const ACCOUNT_ROUTES: readonly Route[] = [list, invite, link, disabling, service];

function accountOf({ clinic }: Ask, name: string) {
  const account = clinic.access.accounts.byName(name);
  if (account === null) throw new HttpProblem(404, 'not-found', `There is no account ${name}.`);
  return account;
}
