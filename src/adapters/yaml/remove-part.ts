import type { LocatedNode } from './located-node.ts';
import { idOf } from './merge-site.ts';

/**
 * Takes a part out of a tree: `['tracks', 'family-education']`, `['policies', 'leave']`, `['tracks', 'skills', 'sessions', '3']`.
 *
 * Pure. Items of lists are named by `id` or `number`. Undefined where the tree has no such part.
 */
export function removePart(node: LocatedNode, steps: readonly string[]): LocatedNode | undefined {
  const [step, ...rest] = steps;
  if (step === undefined) return undefined;
  if (node.kind === 'map') {
    const entry = node.entries.get(step);
    if (entry === undefined) return undefined;
    const entries = new Map(node.entries);
    if (rest.length === 0) {
      entries.delete(step);
      return { ...node, entries };
    }
    const below = removePart(entry.node, rest);
    return below === undefined
      ? undefined
      : { ...node, entries: entries.set(step, { ...entry, node: below }) };
  }
  if (node.kind === 'scalar') return undefined;
  const index = node.items.findIndex(
    (item) => idOf(item, 'id') === step || String(idOf(item, 'number')) === step,
  );
  const item = node.items[index];
  if (item === undefined) return undefined;
  if (rest.length === 0) return { ...node, items: node.items.filter((_, i) => i !== index) };
  const below = removePart(item, rest);
  return below === undefined ? undefined : { ...node, items: node.items.with(index, below) };
}
