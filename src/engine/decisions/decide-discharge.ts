import { gateOverride, gateTruth } from '../../program/phase-gate.ts';
import type { ReadyOf } from '../command.ts';
import { accept, type Decide, eventOf, refuse, type Standing } from './decision.ts';

/**
 * Decides on a discharge. Where a monitor recommends a discharge for the same reason, the event names that ground, so that a
 * later correction can tell whether the ground still holds. What the program does not take for completed needs a reason to be called that.
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
  if (discharge === 'completed' && command.reason === undefined && !mayComplete({ episode, fold }))
    return refuse(
      'reason-needed',
      `${plan.curriculum.title} is not completed yet; say why it counts as completed`,
    );
  return accept(
    eventOf('Discharged', command, {
      discharge,
      ground: ground ? `${ground.monitor.id}/${ground.state?.id}` : undefined,
    }),
  );
};

/** The last phase, with its gate open: there is nothing to advance to. */
function mayComplete({ episode, fold }: Pick<Standing, 'episode' | 'fold'>): boolean {
  const { context } = fold.snapshot;
  if (episode.plan.phases[context.phase]?.next.length !== 0) return false;
  return gateTruth(episode.plan, context) === 'satisfied' || gateOverride(context) !== undefined;
}
