import { createHash } from 'node:crypto';
import { canonicalJson } from '../program/canonical-json.ts';

/** SHA-256 (hex) of a request, to notice an idempotency key that comes with another one. */
export function fingerprintOf(request: unknown): string {
  return createHash('sha256').update(canonicalJson(request)).digest('hex');
}
