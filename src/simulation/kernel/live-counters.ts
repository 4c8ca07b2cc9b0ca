import type { Plan } from '../../program/plan.ts';
import type { CompiledBehaviour } from '../compile-behaviour.ts';
import { askedCriteria } from './asked-criteria.ts';
import { countersRead } from './counters-read.ts';

/** The counters that decide anything in a simulation: those that gates, monitors, the calendar and the behaviour read. */
export function liveCounters(plan: Plan, behaviour: CompiledBehaviour): Set<number> {
  const live = countersAlone(plan, behaviour);
  for (const node of askedCriteria(plan))
    if (node.node === 'compare') for (const counter of countersRead(node.quantity)) live.add(counter);
  return live;
}

/** Those of them that something reads by themselves, not in a sum of several alone. */
export function countersAlone(plan: Plan, behaviour: CompiledBehaviour): Set<number> {
  const { common } = plan;
  const live = new Set<number>([common.absentRun]);
  for (const node of askedCriteria(plan))
    if (node.node === 'compare' && node.quantity.quantity !== 'sum' && node.quantity.quantity !== 'rate')
      for (const counter of countersRead(node.quantity)) live.add(counter);
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
