import type { EpisodeContext } from '../episode-context.ts';
import type { Plan } from '../plan.ts';
import { gateLeaves } from './gate-leaves.ts';

/** The instruments that the gates of a plan ask for. */
export function gateInstruments(plan: Plan): string[] {
  const instruments = plan.phases.flatMap((phase) =>
    [phase.exit, phase.exitAfterReturn].flatMap((root) =>
      root === null ? [] : gateLeaves(plan, root).flatMap(({ leaf }) => instrumentOf(leaf.leaf)),
    ),
  );
  return [...new Set(instruments)];
}

function instrumentOf(leaf: { type: string; instrument?: string }): string[] {
  return leaf.instrument === undefined ? [] : [leaf.instrument];
}

/** A first score that leaves room for every change that the gates ask for. */
export function firstScore(plan: Plan, instrument: string): number {
  const values: number[] = [];
  let change = 0;
  for (const node of plan.criteria) {
    if (node.node !== 'compare') continue;
    if (node.leaf.type === 'score' && node.leaf.instrument === instrument) values.push(node.value);
    if (node.leaf.type === 'score-change' && node.leaf.instrument === instrument)
      change =
        node.compare === 'at-most' ? Math.max(change, -node.value) : Math.min(change, -Math.abs(node.value));
  }
  return change >= 0 ? Math.max(0, ...values) + change : Math.min(Infinity, ...values, -change) + change;
}

/** The score of an instrument that helps a gate most; null where the gate does not ask for it. */
export function helpfulScore(
  plan: Plan,
  context: EpisodeContext,
  root: number,
  instrument: string,
): number | null {
  let atMost = Infinity;
  let atLeast = -Infinity;
  for (const { leaf, wanted } of gateLeaves(plan, root)) {
    if (!instrumentOf(leaf.leaf).includes(instrument)) continue;
    const base =
      leaf.quantity.quantity === 'difference' ? Number(context.counters[leaf.quantity.minus] ?? 0) : 0;
    const low = (leaf.compare === 'at-least') === wanted;
    const value = base + leaf.value + (wanted ? 0 : leaf.compare === 'at-least' ? -1 : 1);
    if (low) atLeast = Math.max(atLeast, value);
    else atMost = Math.min(atMost, value);
  }
  if (atMost < Infinity) return atMost;
  return atLeast > -Infinity ? atLeast : null;
}
