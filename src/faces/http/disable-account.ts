import type { Account } from '../../access/account.ts';
import { HttpProblem } from './http-problem.ts';
import type { Ask } from './route.ts';

/**
 * Disables an account; all its sessions, tokens and links end at once, and the reason stands in the access log. Throws the problem
 * `own-account` where it is that of who asks.
 */
export function disableAccount(
  { clinic: { access }, principal, log }: Ask<unknown, unknown, unknown>,
  account: Account,
  reason: string,
): void {
  if (account.id === principal.id)
    throw new HttpProblem(409, 'own-account', 'Let another director disable your account.');
  log({ reason: `disabled ${account.name}: ${reason}` });
  access.accounts.disable(account.id);
  for (const table of [access.sessions, access.serviceTokens, access.joinLinks, access.calendarLinks])
    table.endAll(account.id);
}
