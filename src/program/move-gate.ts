import type { EpisodeContext } from './episode-context.ts';
import { evaluateCriterion, type Truth } from './evaluate-criterion.ts';
import type { Plan } from './plan.ts';
import type { PlanMove } from './plan-stage.ts';

/** The move from the present stage to another, or undefined where the pathway has none. */
export function moveTo(plan: Plan, stage: string): PlanMove | undefined {
  return plan.stage?.moves.find((move) => move.stage === stage);
}

/**
 * Whether the present stage may be left for another: the move's criterion where it binds. A move whose criterion only
 * advises, or that has none, is a person's decision and satisfied.
 */
export function moveTruth(plan: Plan, context: EpisodeContext, stage: string): Truth {
  const move = moveTo(plan, stage);
  if (!move) return 'unsatisfied';
  return move.gate === null || !move.binding ? 'satisfied' : evaluateCriterion(plan, context, move.gate);
}

/** The override of a move's criteria that is in force on the context's day, if any. */
export function moveOverride(
  { overrides, today }: EpisodeContext,
  stage: string,
): EpisodeContext['overrides'][number] | undefined {
  return overrides.find(
    (override) =>
      override.stage === stage &&
      today !== null &&
      (override.expiresOn === null || today <= override.expiresOn),
  );
}
