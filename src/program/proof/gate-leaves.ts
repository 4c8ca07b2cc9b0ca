import type { Plan, PlanCriterion } from '../plan.ts';

type Compare = Extract<PlanCriterion, { node: 'compare' }>;

/** A leaf of a criterion by its index in the plan. `wanted` is false below an odd number of `not`. */
export type GateLeaf = { readonly index: number; readonly leaf: Compare; readonly wanted: boolean };

/** The leaves of a criterion from left to right. */
export function gateLeaves(plan: Plan, root: number, wanted = true): GateLeaf[] {
  const node = plan.criteria[root];
  if (!node) return [];
  if (node.node === 'compare') return [{ index: root, leaf: node, wanted }];
  if (node.node === 'not') return gateLeaves(plan, node.of, !wanted);
  return node.of.flatMap((child) => gateLeaves(plan, child, wanted));
}
