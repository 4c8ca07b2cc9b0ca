import type { Plan, PlanFreshness, PlanQuantity } from '../../program/plan.ts';
import type { CompiledBehaviour } from '../compile-behaviour.ts';

/** The counters that decide anything in a simulation: those that gates, monitors, the calendar and the behaviour read. */
export function liveCounters(plan: Plan, behaviour: CompiledBehaviour): Set<number> {
  const { common } = plan;
  const live = new Set<number>([common.absentRun]);
  for (const node of plan.criteria)
    if (node.node === 'compare') for (const counter of countersOf(node.quantity)) live.add(counter);
  for (const { since } of plan.deadlines) {
    if (since === 'last-contact') live.add(common.lastContact);
    if (since === 'last-attendance') live.add(common.lastAttended);
  }
  for (const { counters, slots, order } of plan.tracks)
    if (slots.length > 0) {
      live.add(counters.current);
      if (order === 'fixed') live.add(counters.position);
      if (behaviour.models['makeUp'] !== undefined) live.add(counters.sessions);
    }
  for (const model of Object.values(behaviour.models))
    for (const { feature } of model.terms) if (feature.of === 'counter') live.add(feature.index);
  return live;
}

/** Adds to some counters the days by which those that count days know whether one was counted already. */
export function addLastDays(plan: Plan, kept: Set<number>): void {
  for (const { operations } of plan.effects)
    for (const operation of operations)
      if (operation.op === 'count-day' && kept.has(operation.counter)) kept.add(operation.last);
}

/** The counters for which the facts of a day are kept apart: those that begin again with a phase, and what they need. */
export function phaseCounters(plan: Plan, kept: ReadonlySet<number>): Set<number> {
  const today = new Set<number>();
  plan.counters.forEach(({ scope }, index) => {
    if (scope === 'phase' && kept.has(index)) today.add(index);
  });
  addLastDays(plan, today);
  return today;
}

function countersOf(quantity: PlanQuantity): readonly number[] {
  switch (quantity.quantity) {
    case 'sum':
      return [...quantity.counters, ...quantity.pending];
    case 'rate':
      return [...quantity.part, ...quantity.whole, ...quantity.pending];
    case 'value':
      return [quantity.counter, ...dayOf(quantity)];
    case 'days-since':
      return [quantity.counter, quantity.until];
    case 'difference':
      return [quantity.of, quantity.minus, ...dayOf(quantity)];
    default:
      return [];
  }
}

/** The counter with the day of a score that may become too old. */
function dayOf({ fresh }: { readonly fresh?: PlanFreshness }): readonly number[] {
  return fresh === undefined ? [] : [fresh.on];
}
