import type { Plan } from '../../program/plan.ts';
import { FIRST_MONDAY } from '../first-monday.ts';

/**
 * The days on which the clinic of a plan is closed, as bits in words of 32: bit 0 of the first word is the Monday of the first week
 * in which patients are admitted, and there are `days` of them. Null where it is always open.
 */
export function closedDays({ closures = [] }: Pick<Plan, 'closures'>, days: number): Int32Array | null {
  if (closures.length === 0) return null;
  const bits = new Int32Array(Math.ceil(days / 32));
  for (const { from, to } of closures)
    for (let day = Math.max(0, from - FIRST_MONDAY); day <= Math.min(days - 1, to - FIRST_MONDAY); day += 1)
      bits[day >> 5] = bits[day >> 5]! | (1 << (day & 31));
  return bits;
}
