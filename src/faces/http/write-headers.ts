import { hash } from 'node:crypto';
import type { Context } from 'hono';
import type { Principal } from '../../access/principal.ts';
import { HttpProblem } from './http-problem.ts';

/**
 * Reads `Idempotency-Key` and `If-Match` of a write. A key belongs to the account that sends it: the same one of somebody else is
 * another. `If-Match` is the version as an entity tag, such as `"7"`. Throws the problem `invalid-request`.
 */
export function readWriteHeaders(
  c: Context,
  principal: Principal,
  form?: { readonly key?: unknown; readonly version?: unknown },
): { readonly key: string | undefined; readonly expectedVersion: number | undefined } {
  const given = form?.key === undefined ? c.req.header('idempotency-key') : String(form.key);
  if (given !== undefined && !/^[\x21-\x7e]{1,200}$/.test(given))
    throw new HttpProblem(400, 'invalid-request', 'An Idempotency-Key has 1 to 200 visible characters.');
  const match = form?.version === undefined ? c.req.header('if-match') : `"${String(form.version)}"`;
  const version = match === undefined ? undefined : /^"(\d{1,9})"$/.exec(match)?.[1];
  if (match !== undefined && version === undefined)
    throw new HttpProblem(400, 'invalid-request', 'If-Match is the version in quotes, such as "7".');
  return {
    key: given === undefined ? undefined : `http-${hash('sha256', JSON.stringify([principal.id, given]))}`,
    expectedVersion: version === undefined ? undefined : Number(version),
  };
}
