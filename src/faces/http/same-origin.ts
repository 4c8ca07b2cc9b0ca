import { HttpProblem } from './http-problem.ts';

/**
 * Refuses a request that changes something and does not come from our own pages: its `Origin` must be ours, or, where a browser sends
 * none, `Sec-Fetch-Site` must say `same-origin`. What carries neither is no browser's, and is refused as well: apps have tokens.
 *
 * Throws the problem `other-origin` (403). `hono/csrf` is not used: it lets JSON from another origin through.
 */
export function demandSameOrigin(headers: Headers, origin: string): void {
  const from = headers.get('origin');
  if (from === null ? headers.get('sec-fetch-site') === 'same-origin' : from === origin) return;
  throw new HttpProblem(403, 'other-origin', 'This request did not come from a page of this clinic.');
}
