import { HttpProblem } from './http-problem.ts';
import type { Ask } from './route.ts';

/**
 * Takes a passkey of the own account away; whoever came in with it is signed out: all sessions of the account end but that of who asks. It stands
 * in the access log. Throws the problem `not-found`, also for a passkey of somebody else.
 */
export function removePasskey(ask: Ask<unknown, unknown, unknown>, id: string): void {
  const { access } = ask.clinic;
  const { principal } = ask;
  if (access.passkeys.byId(id)?.account !== principal.id)
    throw new HttpProblem(404, 'not-found', 'You have no such passkey.');
  ask.log({ reason: 'passkey removed' });
  access.passkeys.end(id);
  access.sessions.endOthers(principal.id, principal.session);
}
