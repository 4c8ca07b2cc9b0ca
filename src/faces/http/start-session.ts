import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import type { Clinic } from './clinic.ts';
import { hashOfSecret, newSecret } from './secret-token.ts';
import { readSessionCookie, writeSessionCookie } from './session-cookie.ts';

/** Begins a session for an account and gives it to the browser; the one that the browser had before ends, so that none can be planted. */
export function startSession(c: Context, { access, clock, origin }: Clinic, account: string): void {
  const before = readSessionCookie(c, origin);
  const old = before === null ? null : access.sessions.byToken(hashOfSecret(before));
  if (old !== null) access.sessions.end(old.id);
  const now = clock.now();
  const { secret, hash } = newSecret('ses');
  access.sessions.add({ id: randomUUID(), account, createdAt: now, usedAt: now }, hash);
  writeSessionCookie(c, origin, secret);
}
