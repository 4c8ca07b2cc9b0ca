import type { AccessStore } from '../../adapters/access/access-store.ts';
import { addAccount, makeLink } from './invite.ts';

/** The one-time link of the first director, and until when it is good (ISO 8601, UTC). */
export type FirstLink = { readonly link: string; readonly until: string };

/**
 * Makes the account `director` where nobody can sign in yet, and a one-time link for it; null where somebody can. Show the link to
 * the person who starts the server and to nobody else: whoever uses it first is the director.
 */
export function firstDirector(access: AccessStore, now: string): FirstLink | null {
  const accounts = access.accounts.list().filter(({ disabled, kind }) => !disabled && kind === 'person');
  const able = accounts.some(
    ({ id }) => access.accounts.passwordOf(id) !== null || access.passkeys.of(id).length > 0,
  );
  if (able) return null;
  const first =
    accounts.find(({ role }) => role === 'director') ??
    addAccount(access, { name: 'director', title: 'Program director', role: 'director' }, 'person', now);
  return makeLink(access, first.id, now);
}
