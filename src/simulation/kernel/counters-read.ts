import type { PlanFreshness, PlanQuantity } from '../../program/plan.ts';

/** The counters that a quantity is measured by. */
export function countersRead(quantity: PlanQuantity): readonly number[] {
  switch (quantity.quantity) {
    case 'sum':
      return [...quantity.counters, ...quantity.pending];
    case 'rate':
      return [...quantity.part, ...quantity.whole, ...quantity.pending];
    case 'value':
      return [quantity.counter, ...dayOf(quantity)];
    case 'fewest-a-week':
      return [quantity.counter];
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
