import type { Context } from 'hono';
import type { Account } from '../../access/account.ts';
import type { Principal } from '../../access/principal.ts';
import { isLive } from '../../access/session.ts';
import type { Clinic } from './clinic.ts';
import { hashOfSecret } from './secret-token.ts';
import { readSessionCookie } from './session-cookie.ts';

/**
 * Says who asks: the person of a session, or the app of a token; null for nobody. A disabled account is nobody. It counts as a use of the
 * session, which then stays good, unless `isUse` is false.
 */
export function authenticate(c: Context, clinic: Clinic, { isUse = true } = {}): Principal | null {
  const { access, clock } = clinic;
  const bearer = /^Bearer (app_[\w-]+)$/.exec(c.req.header('authorization') ?? '')?.[1];
  if (c.req.header('authorization') !== undefined) {
    const account =
      bearer === undefined ? null : access.serviceTokens.find(hashOfSecret(bearer), clock.now());
    return account === null ? null : principalOf(access.accounts.byId(account), null);
  }
  const secret = readSessionCookie(c, clinic.origin);
  const session = secret === null ? null : access.sessions.byToken(hashOfSecret(secret));
  if (session === null) return null;
  const now = clock.now();
  const usedAt = clinic.sessionUses.latest(session.id) ?? session.usedAt;
  if (!isLive({ ...session, usedAt }, now, clinic.sessions)) {
    // A page that listens only looks: it must not wait for whoever else writes to the file.
    if (isUse) {
      clinic.sessionUses.forget(session.id);
      access.sessions.end(session.id);
    }
    return null;
  }
  // Once a minute is enough to know whether a session is used.
  if (isUse && Date.parse(now) - Date.parse(usedAt) >= 60_000)
    clinic.sessionUses.note({ id: session.id, usedAt: now });
  return principalOf(access.accounts.byId(session.account), session.id);
}

function principalOf(account: Account | null, session: string | null): Principal | null {
  if (account === null || account.disabled) return null;
  const { id, name, title, role, site, signsAs, kind } = account;
  return { id, name, title, role, site, signsAs, kind, session };
}
