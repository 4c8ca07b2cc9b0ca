import type { LocatedEntry, LocatedNode } from './located-node.ts';

/** By which key the items of a list are recognised; lists that are not named here are replaced as a whole. */
const RECOGNISED_BY: Readonly<Record<string, string>> = {
  phases: 'id',
  tracks: 'id',
  drugTests: 'id',
  instruments: 'id',
  monitors: 'id',
  incentives: 'id',
  privileges: 'id',
  rules: 'id',
  prizes: 'id',
  states: 'id',
  tasks: 'id',
  sessions: 'number',
};

/** Keys of which an object has one: where the site gives one, the base's other is gone. */
const ONE_OF: readonly (readonly string[])[] = [
  ['days', 'weeks'],
  ['atLeast', 'atMost', 'atLeastDays', 'atLeastWeeks', 'atMostDays'],
];

/**
 * Lays a site's values over those of the curriculum that it extends.
 *
 * Pure. Mappings merge by key; phases, tracks, tests, monitors, states and tasks by `id`, sessions by `number`, new ones are
 * appended; every other list, and a criterion that names its `type`, replaces what was there. Each value keeps the
 * place where it was written.
 */
export function mergeSite(base: LocatedNode, site: LocatedNode, key = ''): LocatedNode {
  if (base.kind === 'map' && site.kind === 'map') {
    if (key !== '' && site.entries.has('type')) return site;
    return { kind: 'map', at: site.at, entries: mergeEntries(base.entries, site.entries) };
  }
  const name = RECOGNISED_BY[key];
  if (base.kind === 'list' && site.kind === 'list' && name !== undefined) {
    return { kind: 'list', at: site.at, items: mergeItems(base.items, site.items, name) };
  }
  return site;
}

function mergeEntries(
  base: ReadonlyMap<string, LocatedEntry>,
  site: ReadonlyMap<string, LocatedEntry>,
): Map<string, LocatedEntry> {
  const entries = new Map(base);
  for (const group of ONE_OF) {
    if (group.some((key) => site.has(key))) for (const key of group) entries.delete(key);
  }
  for (const [key, entry] of site) {
    const below = base.get(key);
    entries.set(key, {
      keyAt: entry.keyAt,
      node: below === undefined ? entry.node : mergeSite(below.node, entry.node, key),
    });
  }
  return entries;
}

function mergeItems(base: readonly LocatedNode[], site: readonly LocatedNode[], name: string): LocatedNode[] {
  const items = [...base];
  const met = new Set<unknown>();
  for (const item of site) {
    const id = idOf(item, name);
    const index = id === undefined || met.has(id) ? -1 : base.findIndex((other) => idOf(other, name) === id);
    met.add(id);
    // What the site itself names twice is appended, so that it is reported as a duplicate.
    if (index < 0) items.push(item);
    else items[index] = mergeSite(base[index]!, item);
  }
  return items;
}

/** The value by which an item of a list is recognised. */
export function idOf(node: LocatedNode, name: string): unknown {
  const id = node.kind === 'map' ? node.entries.get(name)?.node : undefined;
  return id?.kind === 'scalar' ? (id.value ?? undefined) : undefined;
}
