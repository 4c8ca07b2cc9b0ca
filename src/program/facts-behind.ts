import { toDayNumber } from '../curriculum/calendar-date.ts';
import { isCarried } from './enter-stage.ts';
import type { Fold } from './fold.ts';
import type { StandingFact } from './order-facts.ts';
import type { Plan, PlanCriterion, PlanQuantity } from './plan.ts';
import { signalsOf } from './signals-of.ts';
import { toMachineEvent } from './to-machine-event.ts';

/** The numbers of the facts that a leaf's measure rests on, in their order; for a measure of the present phase, those since its entry. */
export function factsBehind(
  plan: Plan,
  fold: Fold,
  facts: readonly StandingFact[],
  leaf: Extract<PlanCriterion, { node: 'compare' }>,
): number[] {
  const { context } = fold.snapshot;
  const counters = countersOf(leaf.quantity);
  if (counters.length === 0 || facts.length === 0) return [];
  const signals = new Set(
    plan.effects.filter((e) => e.operations.some((o) => counters.includes(o.counter))).map((e) => e.signal),
  );
  const phaseOnly = counters.every((c) => plan.counters[c]?.scope === 'phase');
  const stageOnly =
    context.stages.length > 1 && !counters.some((c) => isCarried(plan.counters[c]?.name ?? ''));
  const apart = new Set(fold.journal.flatMap((e) => (e.id === 'not-applicable' ? [e.fact] : [])));
  return facts
    .filter((standing) => {
      if (apart.has(standing.version)) return false;
      const day = toDayNumber(standing.fact.on);
      if (context.today !== null && day > context.today) return false;
      if (stageOnly && context.admittedOn !== null && day < context.admittedOn) return false;
      if (phaseOnly && context.phaseEnteredOn !== null && day < context.phaseEnteredOn) return false;
      return signalsOf(plan, toMachineEvent(standing)).signals.some((signal) => signals.has(signal));
    })
    .map((standing) => standing.version);
}

function countersOf(quantity: PlanQuantity): number[] {
  switch (quantity.quantity) {
    case 'sum':
      return [...quantity.counters];
    case 'rate':
      return [...quantity.whole];
    case 'value':
    case 'fewest-a-week':
    case 'held':
      return [quantity.counter];
    case 'days-since':
      return [quantity.counter];
    case 'difference':
      return [quantity.of, quantity.minus];
    default:
      return [];
  }
}
