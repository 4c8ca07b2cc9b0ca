import type { Issue } from '../../curriculum/issue.ts';
import type { IssueCode } from '../../curriculum/issue-code.ts';
import { addAdjuncts } from './add-adjuncts.ts';
import { type LocatedMap, type LocatedNode, locate } from './located-node.ts';
import { mergeSite } from './merge-site.ts';
import { parseYaml } from './parse-yaml.ts';
import { removePart } from './remove-part.ts';

/**
 * Finds the file that another one extends: by the id of a curriculum, or by a path relative to the file that names it.
 * Undefined where there is none.
 */
export type ResolveBase = (
  reference: string,
  from: string,
) => { readonly file: string; readonly text: string } | undefined;

/** A tree with everything that it extends already in it. */
export type Resolved = { readonly root: LocatedNode; readonly issues: readonly Issue[] };

/** How many files may extend one another in a row. */
const LONGEST_CHAIN = 20;

/** What a site's curriculum has to say itself. */
const OWN_KEYS = ['id', 'version', 'title'];

/**
 * Lays a site's file over the one it extends, with the therapies that it adds, and that one over what it extends in turn.
 *
 * Pure but for `resolve`. A tree without `extends` comes back as it is. Where a base cannot be had, the tree is the
 * site's alone, and the issues say why.
 */
export function resolveExtends(
  root: LocatedNode,
  resolve: ResolveBase,
  files: readonly string[] = [root.at.file],
): Resolved {
  if (root.kind !== 'map' || !root.entries.has('extends')) return { root, issues: [] };
  const issues: Issue[] = [];
  const report = (code: IssueCode, path: string[], message: string) =>
    issues.push({ code, severity: 'error', message, ...locate(root, path), path: path.join('.') });
  for (const key of OWN_KEYS) {
    if (!root.entries.has(key))
      report('missing-key', [key], `${key} is missing here; a site's curriculum has its own`);
  }
  const reference = root.entries.get('extends')?.node;
  if (reference?.kind !== 'scalar' || typeof reference.value !== 'string') {
    report(
      'wrong-type',
      ['extends'],
      'extends: write the id of a curriculum, or the path of its file, as in ./matrix-iop.yaml',
    );
    return { root, issues };
  }
  const found = resolve(reference.value, root.at.file);
  if (found === undefined) {
    report(
      'base-not-found',
      ['extends'],
      `there is no curriculum ${reference.value} to extend; write its id, or a path such as ./${reference.value.replace(/^.*\//, '')}.yaml`,
    );
    return { root, issues };
  }
  if (files.includes(found.file) || files.length >= LONGEST_CHAIN) {
    report(
      'extends-cycle',
      ['extends'],
      `these files extend one another in a circle: ${[...files, found.file].join(', ')}`,
    );
    return { root, issues };
  }
  const parsed = parseYaml(found.text, found.file);
  if (parsed.root === undefined) return { root, issues: [...issues, ...parsed.issues] };
  const base = resolveExtends(parsed.root, resolve, [...files, found.file]);
  issues.push(...parsed.issues, ...base.issues);
  const id = root.entries.get('id')?.node;
  const baseId = base.root.kind === 'map' ? base.root.entries.get('id')?.node : undefined;
  if (id?.kind === 'scalar' && baseId?.kind === 'scalar' && id.value !== null && id.value === baseId.value) {
    report(
      'base-id-reused',
      ['id'],
      `${id.value} is the id of the curriculum that this one extends; give it its own`,
    );
  }
  const joined = addAdjuncts(base.root, root, (name) => {
    const other = resolve(name, root.at.file);
    if (other === undefined) return { issues: [] };
    const chain = [...files, other.file];
    if (files.includes(other.file) || files.length >= LONGEST_CHAIN) {
      report('extends-cycle', ['adjuncts'], `these files add one another in a circle: ${chain.join(', ')}`);
      return { issues: issues.slice(-1) };
    }
    const { root: tree, issues: wrong } = parseYaml(other.text, other.file);
    if (tree === undefined) return { issues: wrong };
    const whole = resolveExtends(tree, resolve, chain);
    return { root: whole.root, issues: [...wrong, ...whole.issues] };
  });
  issues.push(...joined.issues.filter((issue) => !issues.includes(issue)));
  const trimmed = withoutRemoved(joined.root, root, report);
  return { root: mergeSite(trimmed, withoutDirections(root)), issues };
}

function withoutRemoved(
  base: LocatedNode,
  site: LocatedMap,
  report: (code: IssueCode, path: string[], message: string) => void,
): LocatedNode {
  const remove = site.entries.get('remove')?.node;
  if (remove === undefined) return base;
  const items = remove.kind === 'list' ? remove.items : undefined;
  if (items === undefined)
    report('wrong-type', ['remove'], 'remove: write a list, as in [tracks/family-education]');
  let rest = base;
  for (const [index, item] of (items ?? []).entries()) {
    const text = item.kind === 'scalar' ? String(item.value) : '';
    const without = removePart(rest, text.split('/'));
    if (without === undefined) {
      report(
        'remove-not-found',
        ['remove', String(index)],
        `the extended curriculum has no ${text || 'such part'} to remove; write it as tracks/family-education`,
      );
    } else rest = without;
  }
  return rest;
}

function withoutDirections(site: LocatedMap): LocatedNode {
  const entries = new Map(site.entries);
  entries.delete('extends');
  entries.delete('remove');
  entries.delete('adjuncts');
  return { ...site, entries };
}
