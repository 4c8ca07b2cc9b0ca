import type { CurriculumPath } from '../../curriculum/curriculum-path.ts';

/** A place in a file; lines and columns count from 1. */
export type Position = { readonly file: string; readonly line: number; readonly column: number };

/** A value of a file together with where it was written, so that parts of several files can be joined. */
export type LocatedNode =
  | { readonly kind: 'scalar'; readonly at: Position; readonly value: string | number | boolean | null }
  | { readonly kind: 'list'; readonly at: Position; readonly items: readonly LocatedNode[] }
  | LocatedMap;

/** A mapping: its keys in the order written, each with the place of the key and the value. */
export type LocatedMap = {
  readonly kind: 'map';
  readonly at: Position;
  readonly entries: ReadonlyMap<string, LocatedEntry>;
};

/** One key of a mapping. */
export type LocatedEntry = { readonly keyAt: Position; readonly node: LocatedNode };

/** The plain value of a node, without places. Keys become own properties, whatever their name. */
export function plainValue(node: LocatedNode): unknown {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(plainValue);
  return Object.fromEntries([...node.entries].map(([key, entry]) => [key, plainValue(entry.node)]));
}

/**
 * Where the value (or the key) at a path was written; the nearest enclosing value where the path does not exist.
 *
 * Pure. A missing key is thus reported where its object begins.
 */
export function locate(root: LocatedNode, path: CurriculumPath, at: 'key' | 'value' = 'value'): Position {
  let node = root;
  let keyAt = root.at;
  for (const step of path) {
    const entry = node.kind === 'map' ? node.entries.get(String(step)) : undefined;
    const item = node.kind === 'list' ? node.items[Number(step)] : undefined;
    const next = entry?.node ?? item;
    if (next === undefined) return node.at;
    keyAt = entry?.keyAt ?? next.at;
    node = next;
  }
  return at === 'key' ? keyAt : node.at;
}
