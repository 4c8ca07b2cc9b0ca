import type { Plan, PlanQuantity } from './plan.ts';

const tables = new WeakMap<Plan, Map<number, ReadonlySet<string>>>();

/** The signals that reach a counter that a criterion of a plan reads. Pure; kept by plan. */
export function bearingSignals(plan: Plan, criterion: number): ReadonlySet<string> {
  const table = tables.get(plan) ?? new Map<number, ReadonlySet<string>>();
  tables.set(plan, table);
  let signals = table.get(criterion);
  if (!signals) {
    const counters = new Set(countersUnder(plan, criterion));
    const effects = plan.effects.filter(({ operations }) => operations.some((o) => counters.has(o.counter)));
    signals = new Set(effects.map(({ signal }) => signal));
    table.set(criterion, signals);
  }
  return signals;
}

function countersUnder(plan: Plan, criterion: number): readonly number[] {
  const node = plan.criteria[criterion];
  if (!node) return [];
  if (node.node === 'compare') return countersOf(node.quantity);
  return (node.node === 'not' ? [node.of] : node.of).flatMap((child) => countersUnder(plan, child));
}

function countersOf(quantity: PlanQuantity): readonly number[] {
  switch (quantity.quantity) {
    case 'sum':
      return quantity.counters;
    case 'rate':
      return quantity.whole;
    case 'value':
    case 'fewest-a-week':
    case 'held':
      return [quantity.counter];
    case 'days-since':
      return [quantity.counter, quantity.until];
    case 'difference':
      return [quantity.of, quantity.minus];
    default:
      return [];
  }
}
