import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';

/** The cookie of a session: bound to the host and to HTTPS by its name, except on a loopback address without HTTPS. */
export function cookieName(origin: string): string {
  return origin.startsWith('https:') ? '__Host-stepwell' : 'stepwell';
}

/** The secret of the session that a request brings; null without one. */
export function readSessionCookie(c: Context, origin: string): string | null {
  return getCookie(c, cookieName(origin)) ?? null;
}

/** Gives a browser its session, or takes it away with null. Scripts cannot read it, and other sites do not send it with a change. */
export function writeSessionCookie(c: Context, origin: string, secret: string | null): void {
  const common = { path: '/', httpOnly: true, sameSite: 'Lax', secure: origin.startsWith('https:') } as const;
  setCookie(c, cookieName(origin), secret ?? '', secret === null ? { ...common, maxAge: 0 } : common);
}
