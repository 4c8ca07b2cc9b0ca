import type { ReadyOf } from '../command.ts';
import { accept, type Decide, eventOf, refuse } from './decision.ts';

/**
 * Decides on a discharge. Where a monitor recommends a discharge for the same reason, the event names that ground, so that a
 * later correction can tell whether the ground still holds.
 */
export const decideDischarge: Decide = (command, { episode, fold }) => {
  const { discharge } = command as ReadyOf<'Discharge'>;
  const { plan } = episode;
  const context = fold.snapshot.context;
  if (episode.records.length === 0) return refuse('unknown-episode', 'there is no such episode');
  const ground = plan.monitors
    .map((monitor, m) => ({ monitor, state: monitor.states[context.monitors[m] ?? 0] }))
    .find(({ state }) => context.admittedOn !== null && state?.discharge?.reason === discharge);
  const needsReason = discharge === 'terminated' || discharge === 'other' || discharge === 'transferred';
  if (needsReason && command.reason === undefined)
    return refuse('reason-needed', `say why the patient is discharged as ${discharge}`);
  return accept(
    eventOf('Discharged', command, {
      discharge,
      ground: ground ? `${ground.monitor.id}/${ground.state?.id}` : undefined,
    }),
  );
};
