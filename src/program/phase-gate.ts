import type { EpisodeContext } from './episode-context.ts';
import { evaluateCriterion, type Truth } from './evaluate-criterion.ts';
import type { Plan } from './plan.ts';

/** The index of the gate out of the present phase, or null where the phase may be left at any time. */
export function exitGate(plan: Plan, context: EpisodeContext): number | null {
  const phase = plan.phases[context.phase];
  if (!phase) return null;
  return context.returned ? phase.exitAfterReturn : phase.exit;
}

/** Where the gate out of the present phase stands. A phase without a gate is satisfied. */
export function gateTruth(plan: Plan, context: EpisodeContext): Truth {
  const gate = exitGate(plan, context);
  return gate === null ? 'satisfied' : evaluateCriterion(plan, context, gate);
}

/** The override of the present phase's gate that is in force on the context's day, if any. */
export function gateOverride(context: EpisodeContext): EpisodeContext['overrides'][number] | undefined {
  return gateOverrides(context)[0];
}

/** All overrides of the present phase's gate that are in force on the context's day. */
export function gateOverrides(context: EpisodeContext): EpisodeContext['overrides'] {
  const { today, phase, phaseEnteredOn } = context;
  return context.overrides.filter(
    (o) =>
      o.phase === phase &&
      o.stage === undefined &&
      today !== null &&
      o.on >= (phaseEnteredOn ?? 0) &&
      (o.expiresOn === null || today <= o.expiresOn),
  );
}
