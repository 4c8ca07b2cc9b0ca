import type { MoveKind, PlanMove } from '../program/plan-stage.ts';

/** Ways up come first, for a patient who needs more; then the others. */
const ORDER: readonly MoveKind[] = ['step-up', 'step-down', 'transfer'];

/** The ways out of a stage in the order in which simulated staff look at them; of one kind, in the order of the pathway. */
export function orderedWays(moves: readonly PlanMove[]): readonly PlanMove[] {
  return ORDER.flatMap((kind) => moves.filter((move) => move.kind === kind));
}
