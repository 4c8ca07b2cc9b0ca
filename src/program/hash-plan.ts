import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';
import type { Plan } from './plan.ts';

/** SHA-256 (hex) of a plan's canonical JSON, without the hash itself. */
export function hashPlan(plan: Omit<Plan, 'hash'>): string {
  return createHash('sha256').update(canonicalJson(plan)).digest('hex');
}
