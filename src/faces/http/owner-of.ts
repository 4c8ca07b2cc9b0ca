import { HttpProblem } from './http-problem.ts';
import type { Ask } from './route.ts';

/**
 * Under which account a saved worklist is kept; null for the whole clinic. Throws the problem `role-not-allowed` for whoever is no supervisor
 * and asks for the latter; that is logged.
 */
export function ownerOf({ principal, log }: Pick<Ask, 'principal' | 'log'>, shared: boolean): string | null {
  if (!shared) return principal.id;
  if (principal.role === 'supervisor') return null;
  log({ outcome: 'denied', reason: 'a worklist of the clinic' });
  throw new HttpProblem(403, 'role-not-allowed', 'Worklists of the whole clinic are kept by supervisors.');
}
