import type { Clinic } from '../http/clinic.ts';
import { HttpProblem } from '../http/http-problem.ts';

/** How many names are told to whoever gave a wrong one. */
const TOLD = 12;

/**
 * Makes sure that there is a counselor of a name, by an account or by patients, so that nobody is put on a caseload that no one looks at.
 * Throws the problem `unknown-counselor` (422) at the field `counselor`, with the names that are known.
 */
export async function mustKnowCounselor({ access, engine }: Clinic, name: string): Promise<void> {
  const accounts = access.accounts.list().filter(({ disabled, kind }) => !disabled && kind === 'person');
  const care = accounts.filter(({ role }) => role === 'counselor' || role === 'supervisor');
  if (care.some((account) => account.name === name)) return;
  if ((await engine.caseload({ counselor: name, open: true, limit: 1 })).length > 0) return;
  const names = care.map((account) => account.name).slice(0, TOLD);
  const known = names.length === 0 ? '' : `; there are ${names.join(', ')}`;
  const message = `there is no counselor of that name${known}`;
  throw new HttpProblem(422, 'unknown-counselor', 'There is no counselor of that name.', {
    errors: [{ in: 'body', pointer: '/counselor', message }],
  });
}
