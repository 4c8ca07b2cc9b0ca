import { randomUUID } from 'node:crypto';
import { type Account, type NewAccount, SIGNS_AS } from '../../access/account.ts';
import type { AccessStore } from '../../adapters/access/access-store.ts';
import { HttpProblem } from './http-problem.ts';
import { newSecret } from './secret-token.ts';

const DAY = 86_400_000;

/** Makes an account. Problem: `already-exists` where the name is taken, also by one that was disabled. */
export function addAccount(
  access: AccessStore,
  given: NewAccount,
  kind: Account['kind'],
  now: string,
): Account {
  if (access.accounts.byName(given.name) !== null)
    throw new HttpProblem(409, 'already-exists', `There is an account ${given.name} already.`);
  const account: Account = {
    id: randomUUID(),
    name: given.name,
    title: given.title ?? given.name,
    role: given.role,
    site: given.site ?? null,
    signsAs: given.signsAs ?? SIGNS_AS[given.role],
    kind,
    createdAt: now,
    disabled: false,
  };
  access.accounts.add(account);
  return account;
}

/** Makes a one-time link, good for a day, with which the person of an account sets his password; earlier ones are good no more. */
export function makeLink(access: AccessStore, account: string, now: string): { link: string; until: string } {
  const { secret, hash } = newSecret('join');
  const until = new Date(Date.parse(now) + DAY).toISOString();
  access.joinLinks.endAll(account);
  access.joinLinks.add(hash, account, until);
  return { link: secret, until };
}
