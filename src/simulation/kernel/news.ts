import type { Plan, PlanCriterion } from '../../program/plan.ts';
import type { EventTable } from '../event-table.ts';
import { countersRead } from './counters-read.ts';

/** By code: whether an event bears on a monitor, an automatic phase or a deadline, or is a move, time or the admission. */
export function newsOf(plan: Plan, table: EventTable): Int32Array {
  const { common } = plan;
  const read = new Set([common.lastContact, common.lastAttended]);
  for (const node of watched(plan))
    if (node.node === 'compare' && node.quantity.quantity !== 'stay')
      for (const counter of countersRead(node.quantity)) read.add(counter);
  const signals = new Set(
    plan.effects.flatMap(({ signal, operations }) =>
      operations.some(({ counter }) => read.has(counter)) ? [signal] : [],
    ),
  );
  const observed = (code: number) => code > table.admitted && code < table.advanced;
  return Int32Array.from(table.events, (event, code) =>
    !observed(code) || event.signals.some((signal) => signals.has(signal)) ? 1 : 0,
  );
}

/** Whether a monitor or an automatic phase of a plan counts days, so that a day alone is news. */
export function countsDays(plan: Plan): boolean {
  return watched(plan).some(
    (node) =>
      node.node === 'compare' &&
      (node.quantity.quantity === 'stay' ||
        node.quantity.quantity === 'days-since' ||
        node.quantity.quantity === 'fewest-a-week' ||
        ('fresh' in node.quantity && node.quantity.fresh !== undefined)),
  );
}

function watched(plan: Plan): PlanCriterion[] {
  const roots = [
    ...plan.monitors.flatMap(({ states }) =>
      states.flatMap(({ transitions }) => transitions.map(({ when }) => when)),
    ),
    ...plan.phases.map(({ automatic, exit }) => (automatic ? exit : null)),
  ];
  return roots.flatMap((root) => (root === null ? [] : criteriaUnder(plan, root)));
}

/** The comparisons that a criterion is made of. */
export function criteriaUnder(plan: Plan, index: number): PlanCriterion[] {
  const node = plan.criteria[index];
  if (!node) return [];
  if (node.node === 'compare') return [node];
  return (node.node === 'not' ? [node.of] : node.of).flatMap((child) => criteriaUnder(plan, child));
}
