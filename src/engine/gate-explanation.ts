import { explainCriterion } from '../program/explain-criterion.ts';
import type { Explanation } from '../program/explanation.ts';
import type { Fold } from '../program/fold.ts';
import { exitGate } from '../program/phase-gate.ts';
import type { Plan } from '../program/plan.ts';

/** Folds are immutable, so the gate of one is explained once. */
const known = new WeakMap<Fold, Explanation>();

/** The gate out of the present phase, explained without dates and facts; null where there is none. Pure. */
export function gateExplanation(plan: Plan, fold: Fold): Explanation | null {
  const before = known.get(fold);
  if (before !== undefined) return before;
  const gate = exitGate(plan, fold.snapshot.context);
  if (gate === null) return null;
  const explanation = explainCriterion(plan, fold, [], gate, 'without-dates');
  known.set(fold, explanation);
  return explanation;
}
