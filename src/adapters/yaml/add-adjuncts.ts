import { z } from 'zod';
import { addAdjunct, type WithAdjunct } from '../../curriculum/adjunct/add-adjunct.ts';
import { Adjunct, type Adjunct as AdjunctEntry } from '../../curriculum/adjunct/adjunct.ts';
import type { Curriculum } from '../../curriculum/curriculum.ts';
import { type CurriculumPath, pathText } from '../../curriculum/curriculum-path.ts';
import { didYouMean } from '../../curriculum/did-you-mean.ts';
import type { Issue } from '../../curriculum/issue.ts';
import type { IssueCode } from '../../curriculum/issue-code.ts';
import { checkShape } from './check-shape.ts';
import { type LocatedMap, type LocatedNode, locate, type Position, plainValue } from './located-node.ts';
import { shapeFindings } from './shape-finding.ts';

const Adjuncts = z.strictObject({ adjuncts: z.array(Adjunct).min(1).max(20) });

/** Reads the tree of a curriculum that is added, with all that it extends; its issues where it cannot be had. */
export type ReadAdjunct = (reference: string) => {
  readonly root?: LocatedNode;
  readonly issues: readonly Issue[];
};

/**
 * Adds to a base the therapies that a site's file names in `adjuncts`. Pure but for `read`.
 *
 * Every value keeps the place where it was written, in whichever file. A base that has not the shape of a curriculum comes
 * back as it is; what is wrong with it is told by the check of the whole.
 */
export function addAdjuncts(
  base: LocatedNode,
  site: LocatedMap,
  read: ReadAdjunct,
): { readonly root: LocatedNode; readonly issues: readonly Issue[] } {
  const node = site.entries.get('adjuncts')?.node;
  if (node === undefined) return { root: base, issues: [] };
  const value = { adjuncts: plainValue(node) };
  const parsed = Adjuncts.safeParse(value);
  if (!parsed.success) {
    const findings = parsed.error.issues.flatMap((issue) => shapeFindings(issue, Adjuncts, value));
    const issues = findings.map(
      ({ code, message, path, at }): Issue => ({
        ...{ code, severity: 'error', message },
        ...locate(site, path, at),
        path: pathText(path),
      }),
    );
    return { root: base, issues };
  }
  let root = base;
  const issues: Issue[] = [];
  for (const [index, entry] of parsed.data.adjuncts.entries()) {
    const added = addOne(root, site, entry, index, read);
    root = added.root;
    issues.push(...added.issues);
  }
  return { root, issues };
}

function addOne(
  base: LocatedNode,
  site: LocatedMap,
  entry: AdjunctEntry,
  index: number,
  read: ReadAdjunct,
): { root: LocatedNode; issues: readonly Issue[] } {
  const issue = (code: IssueCode, below: CurriculumPath, message: string): Issue => {
    const path = ['adjuncts', index, ...below];
    return { code, severity: 'error', message, ...locate(site, path), path: pathText(path) };
  };
  const { curriculum: name, ...time } = typeof entry === 'string' ? { curriculum: entry } : entry;
  const below = typeof entry === 'string' ? [] : ['curriculum'];
  const found = read(name);
  if (found.root === undefined && found.issues.length === 0) {
    const message = `there is no curriculum ${name} to add; write its id, or a path such as ./${name.replace(/^.*\//, '')}.yaml`;
    return { root: base, issues: [issue('adjunct-not-found', below, message)] };
  }
  if (found.root === undefined || found.issues.length > 0) return { root: base, issues: found.issues };
  const [program, adjunct] = [checkShape(base), checkShape(found.root)];
  if (!program.ok) return { root: base, issues: [] };
  if (!adjunct.ok) return { root: base, issues: adjunct.issues };
  const phases = program.curriculum.phases.map(({ id }) => id);
  const unknown = ('during' in time ? (time.during ?? []) : []).flatMap((id, at) =>
    phases.includes(id)
      ? []
      : [
          issue(
            'dangling-reference',
            ['during', at],
            `the program has no phase ${id}${didYouMean(id, phases) || `; name one of ${phases.join(', ')}`}`,
          ),
        ],
  );
  if (unknown.length > 0) return { root: base, issues: unknown };
  if (program.curriculum.takeHome !== undefined && adjunct.curriculum.takeHome !== undefined)
    return {
      root: base,
      issues: [
        issue(
          'take-home-impossible',
          below,
          `${program.curriculum.id} has doses to take home already, and so has ${name}; nobody gets them by two sets of rules`,
        ),
      ],
    };
  const joined = addAdjunct(program.curriculum, adjunct.curriculum, time);
  return { root: relocated(joined, program.curriculum, base, found.root), issues: [] };
}

/** The tree of a program with a therapy added; each value at the place where it was written. */
function relocated(
  { curriculum, added, takeHome, sources }: WithAdjunct,
  program: Curriculum,
  base: LocatedNode,
  adjunct: LocatedNode,
): LocatedNode {
  const placeOf = (path: CurriculumPath, at: 'key' | 'value'): Position => {
    const [key, step, ...rest] = path;
    if (key === 'sources' && sources.has(String(step)))
      return locate(adjunct, ['sources', sources.get(String(step))!, ...rest], at);
    if (key === 'takeHome' && takeHome) return locate(adjunct, path, at);
    const list = key as keyof typeof added;
    const own = added[list]?.[Number(step) - (program[list]?.length ?? 0)];
    return own === undefined ? locate(base, path, at) : locate(adjunct, [list, own, ...rest], at);
  };
  const build = (value: unknown, path: CurriculumPath): LocatedNode => {
    const at = placeOf(path, 'value');
    if (Array.isArray(value))
      return { kind: 'list', at, items: value.map((item, index) => build(item, [...path, index])) };
    if (typeof value !== 'object' || value === null)
      return { kind: 'scalar', at, value: value as string | number | boolean | null };
    const entries = Object.entries(value).filter(([, child]) => child !== undefined);
    return {
      kind: 'map',
      at,
      entries: new Map(
        entries.map(([key, child]) => {
          const below = [...path, key];
          return [key, { keyAt: placeOf(below, 'key'), node: build(child, below) }];
        }),
      ),
    };
  };
  return build(curriculum, []);
}
