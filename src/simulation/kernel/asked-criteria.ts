import type { Plan, PlanCriterion } from '../../program/plan.ts';

/** The criteria that a simulation asks, with those that they are made of: gates, ways of monitors, and ways out of a stage. */
export function askedCriteria(plan: Plan): readonly PlanCriterion[] {
  const asked = new Set<number>();
  const visit = (index: number | null): void => {
    const node = index === null ? undefined : plan.criteria[index];
    if (index === null || !node || asked.has(index)) return;
    asked.add(index);
    if (node.node === 'compare') return;
    for (const child of node.node === 'not' ? [node.of] : node.of) visit(child);
  };
  for (const { exit } of plan.phases) visit(exit);
  for (const { states } of plan.monitors)
    for (const { transitions } of states) for (const { when } of transitions) visit(when);
  for (const { gate } of plan.stage?.moves ?? []) visit(gate);
  return [...asked].map((index) => plan.criteria[index]!);
}
