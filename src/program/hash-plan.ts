import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';

/** SHA-256 (hex) of the canonical JSON of a plan or a course, without the hash itself. */
export function hashPlan(plan: object): string {
  return createHash('sha256').update(canonicalJson(plan)).digest('hex');
}
