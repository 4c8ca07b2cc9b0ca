import type { ReadyOf } from '../command.ts';
import { accept, type Decide, eventOf, refuse } from './decision.ts';

/** Decides on an authorization: its dates have to make sense. */
export const decideAuthorization: Decide = (command) => {
  const { payer, levelOfCare, unit, units, from, to, reviewDue, reference, warnAt } =
    command as ReadyOf<'RecordAuthorization'>;
  if (to < from)
    return refuse(
      'dates-contradict',
      `an authorization from ${from} cannot end on ${to}, which lies before that`,
    );
  if (reviewDue !== undefined && reviewDue > to)
    return refuse(
      'dates-contradict',
      `a review on ${reviewDue} comes after the authorization has ended on ${to}`,
    );
  const fields = { payer, levelOfCare, unit, units, from, to, reviewDue, reference, warnAt };
  return accept(eventOf('AuthorizationRecorded', command, fields));
};
