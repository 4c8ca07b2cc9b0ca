import type { Truth } from './evaluate-criterion.ts';
import type { Explanation } from './explanation.ts';
import type { PlanCriterion } from './plan.ts';

type Leaf = Extract<PlanCriterion, { node: 'compare' }>;

/**
 * The sentence of a criterion that must not hold and, where it is not satisfied, what is missing, as a counselor would say
 * it. `leaf` is what must not hold where that measures something itself, null where it combines others.
 */
export function describeNegated(
  leaf: Leaf | null,
  inner: Explanation,
  truth: Truth,
): { sentence: string; missing: string | null } {
  const state = leaf !== null && ['in-phase', 'in-monitor', 'held'].includes(leaf.quantity.quantity);
  if (leaf !== null && (state || leaf.leaf.type === 'signed-off')) {
    const is = leaf.quantity.quantity === 'held' ? 'held' : state ? 'the case' : 'given';
    return truth === 'satisfied'
      ? { sentence: `${leaf.label} is not ${is}, as it must not be`, missing: null }
      : { sentence: `${leaf.label} is ${is}, and must not be`, missing: `${leaf.label} must not be ${is}` };
  }
  const words = leaf === null ? (inner.of ?? []).map(({ sentence }) => sentence).join('; ') : inner.sentence;
  return {
    sentence: `must not hold: ${words}`,
    missing: truth === 'satisfied' ? null : `this must not hold: ${words}`,
  };
}
