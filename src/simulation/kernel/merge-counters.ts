import type { Plan, PlanCriterion, PlanOperation } from '../../program/plan.ts';
import { askedCriteria } from './asked-criteria.ts';

/**
 * The same plan with fewer counters to keep: those that are only ever read as parts of the same sums are one counter, the
 * first of them. `alone` are the counters that something else reads by themselves. Criteria come to the same, the counters that
 * were merged mean nothing any more. Pure.
 */
export function mergeCounters(plan: Plan, alone: ReadonlySet<number>): Plan {
  const first = firstOfEach(plan, alone);
  const of = (counter: number) => first.get(counter) ?? counter;
  const each = (counters: readonly number[]) => [...new Set(counters.map(of))];
  return {
    ...plan,
    effects: plan.effects.map(({ signal, operations }) => ({
      signal,
      operations: operations.map((operation) => ({ ...operation, counter: of(operation.counter) })),
    })),
    criteria: plan.criteria.map((node): PlanCriterion => {
      if (node.node !== 'compare') return node;
      const { quantity } = node;
      if (quantity.quantity === 'sum')
        return {
          ...node,
          quantity: { ...quantity, counters: each(quantity.counters), pending: each(quantity.pending) },
        };
      if (quantity.quantity !== 'rate') return node;
      const { part, whole, pending } = quantity;
      return {
        ...node,
        quantity: { ...quantity, part: each(part), whole: each(whole), pending: each(pending) },
      };
    }),
  };
}

/** By counter that is merged: the first of those that it is merged with. */
function firstOfEach(plan: Plan, alone: ReadonlySet<number>): Map<number, number> {
  const readIn = new Map<number, string>();
  sumsOf(plan).forEach((counters, sum) => {
    for (const counter of new Set(counters)) readIn.set(counter, `${readIn.get(counter) ?? ''}/${sum}`);
  });
  const kept = new Set([
    ...alone,
    ...plan.effects.flatMap(({ operations }) => operations.flatMap(unmergeable)),
  ]);
  const firsts = new Map<string, number>();
  const merged = new Map<number, number>();
  for (const [counter, sums] of readIn) {
    const { kind, scope } = plan.counters[counter]!;
    if (kind !== 'number' || kept.has(counter)) continue;
    const key = `${scope}${sums}`;
    if (!firsts.has(key)) firsts.set(key, counter);
    merged.set(counter, firsts.get(key)!);
  }
  return merged;
}

/** The counters of an operation that does more than add. */
function unmergeable(operation: PlanOperation): readonly number[] {
  if (operation.op === 'add' || operation.op === 'add-minutes') return [];
  return operation.op === 'count-day' ? [operation.counter, operation.last] : [operation.counter];
}

/** The lists of counters that criteria add up; a counter that stands in one twice is told by a list of its own. */
function sumsOf(plan: Plan): (readonly number[])[] {
  return askedCriteria(plan).flatMap((node) => {
    if (node.node !== 'compare') return [];
    const { quantity } = node;
    if (quantity.quantity === 'sum') return [quantity.counters, quantity.pending].flatMap(withTwice);
    return quantity.quantity === 'rate'
      ? [quantity.part, quantity.whole, quantity.pending].flatMap(withTwice)
      : [];
  });
}

function withTwice(counters: readonly number[]): (readonly number[])[] {
  const twice = counters.filter((counter, i) => counters.indexOf(counter) !== i);
  return [counters, ...twice.map((counter) => [counter])];
}
