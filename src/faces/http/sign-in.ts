import type { Account } from '../../access/account.ts';
import { NewPassword } from '../../access/password.ts';
import { secondsToWait } from '../../access/throttle.ts';
import { HttpProblem } from './http-problem.ts';
import { checkPassword, hashPassword } from './password-hash.ts';
import { readWith } from './read-with.ts';
import type { Ask } from './route.ts';
import { hashOfSecret } from './secret-token.ts';
import { startSession } from './start-session.ts';

/**
 * Signs somebody in with name and password. A wrong name and a wrong password are one problem, `sign-in-failed`, and take the same
 * time; after some wrong ones for a name, whether or not it exists, `too-many-requests` says how long to wait.
 */
export async function signInWithPassword(ask: Ask, given: { name: string; password: string }): Promise<void> {
  const { c, clinic, log, logGuest } = ask;
  const { access, clock } = clinic;
  const name = given.name.trim().toLowerCase();
  const now = clock.now();
  const { tries, triedAt } = access.guesses.read(name);
  const wait = secondsToWait(tries, triedAt, now);
  if (wait > 0) {
    const detail = `Too many wrong passwords for this name; wait ${wait} seconds, or sign in with a passkey.`;
    throw new HttpProblem(429, 'too-many-requests', detail, {}, { 'Retry-After': String(wait) });
  }
  access.guesses.count(name, now);
  const account = access.accounts.byName(name);
  const able = account !== null && account.kind === 'person' && !account.disabled;
  const right = await checkPassword(given.password, able ? access.accounts.passwordOf(account.id) : null);
  if (!able || !right) {
    // For a name that exists there are only so many tries; names that do not exist are as many as somebody likes.
    const logTry = account === null ? logGuest : log;
    logTry({ outcome: 'failed', actor: account?.name ?? null, reason: 'password' });
    throw new HttpProblem(401, 'sign-in-failed', 'The name or the password is wrong.');
  }
  access.guesses.clear(name);
  enter(ask, account, 'password');
  startSession(c, clinic, account.id);
}

/**
 * Takes a one-time link and sets the password of its account, whose sessions all end and whose passkeys are gone: somebody else may have added
 * one. Then signs in. Problem: `link-not-good`.
 */
export async function joinWithLink(ask: Ask, given: { link: string; password: string }): Promise<void> {
  const { access, clock } = ask.clinic;
  const password = readWith(NewPassword, given.password, 'body');
  const hash = await hashPassword(password);
  const id = access.joinLinks.take(hashOfSecret(given.link), clock.now());
  const account = id === null ? null : access.accounts.byId(id);
  if (account === null || account.kind !== 'person' || account.disabled) {
    ask.logGuest({ outcome: 'failed', reason: 'link' });
    throw new HttpProblem(
      403,
      'link-not-good',
      'This link was used already or has run out; ask for a new one.',
    );
  }
  access.sessions.endAll(account.id);
  access.passkeys.endAll(account.id);
  access.accounts.setPassword(account.id, hash);
  access.guesses.clear(account.name);
  enter(ask, account, 'link');
  startSession(ask.c, ask.clinic, account.id);
}

/** Logs that somebody came in, and by what. */
export function enter(ask: Ask, account: Account, by: 'password' | 'link' | 'passkey'): void {
  ask.log({ actor: account.name, role: account.role, reason: by });
}
