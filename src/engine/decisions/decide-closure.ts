import type { ReadyOf } from '../command.ts';
import { accept, type Decide, eventOf, refuse } from './decision.ts';

/**
 * Decides on days on which the clinic was closed without notice. The fact is about its first closed day at the latest, so that
 * no meeting of those days is expected, missed or unrecorded; it may be told ahead.
 */
export const decideClosure: Decide = (command) => {
  const { from, to = from, site } = command as ReadyOf<'RecordClosure'>;
  if (command.reason === undefined) return refuse('reason-needed', 'say why the clinic was closed');
  if (to < from) return refuse('dates-contradict', `${to} lies before ${from}`);
  if (command.on > from)
    return refuse(
      'dates-contradict',
      `it is recorded for its first day, ${from}, so that nothing of that day counts as missed; leave the day out, or say ${from}`,
    );
  return accept(eventOf('ClinicClosed', command, { from, to: to === from ? undefined : to, site }));
};
