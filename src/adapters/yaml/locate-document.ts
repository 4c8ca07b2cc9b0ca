import { isAlias, isMap, isScalar, isSeq, type LineCounter, type Node, type Pair } from 'yaml';
import { type CurriculumPath, pathText } from '../../curriculum/curriculum-path.ts';
import type { Issue } from '../../curriculum/issue.ts';
import type { IssueCode } from '../../curriculum/issue-code.ts';
import type { LocatedEntry, LocatedNode, Position } from './located-node.ts';
import { DEEPEST_NESTING } from './nesting.ts';

type Walk = { readonly file: string; readonly lines: LineCounter; readonly issues: Issue[] };

/**
 * Turns the nodes of a YAML document into located values, and reports what a curriculum does not use.
 *
 * Pure. There is no root where the document is nested too deep to be walked.
 */
export function findingsOfDocument(
  contents: Node,
  file: string,
  lines: LineCounter,
): { readonly root?: LocatedNode; readonly issues: readonly Issue[] } {
  const walk: Walk = { file, lines, issues: [] };
  const root = located(walk, contents, [], { file, line: 1, column: 1 });
  if (walk.issues.some((issue) => issue.code === 'too-deep')) return { issues: walk.issues };
  return { root, issues: walk.issues };
}

function located(walk: Walk, node: unknown, path: CurriculumPath, above: Position): LocatedNode {
  const at = positionOf(walk, node) ?? above;
  const none: LocatedNode = { kind: 'scalar', at, value: null };
  if (path.length > DEEPEST_NESTING) {
    report(walk, 'too-deep', at, path, 'lists and mappings lie more than 50 deep here; flatten them');
    return none;
  }
  if (isAlias(node)) {
    report(
      walk,
      'alias-forbidden',
      at,
      path,
      'write the value out: anchors and aliases (&name, *name) are not used',
    );
    return none;
  }
  if (isSeq(node)) {
    return {
      kind: 'list',
      at,
      items: node.items.map((item, index) => located(walk, item, [...path, index], at)),
    };
  }
  if (isMap(node)) return { kind: 'map', at, entries: locatedEntries(walk, node.items, path, at) };
  if (isScalar(node)) return { kind: 'scalar', at, value: scalarValue(walk, node.value, at, path) };
  return none;
}

function locatedEntries(
  walk: Walk,
  pairs: readonly Pair[],
  path: CurriculumPath,
  above: Position,
): Map<string, LocatedEntry> {
  const entries = new Map<string, LocatedEntry>();
  for (const pair of pairs) {
    const keyAt = positionOf(walk, pair.key) ?? above;
    const key = keyText(pair.key);
    if (key === undefined) {
      report(walk, 'key-not-text', keyAt, path, 'write a plain word as key');
      continue;
    }
    const below = [...path, key];
    if (key === '__proto__') {
      report(walk, 'forbidden-key', keyAt, below, 'remove this key; the language has none of this name');
      continue;
    }
    if (key.includes('\0')) report(walk, 'null-character', keyAt, path, 'remove the character U+0000 here');
    const first = entries.get(key);
    if (first !== undefined) {
      report(
        walk,
        'duplicate-key',
        keyAt,
        below,
        `${key} stands here already, in line ${first.keyAt.line}; keep one of them`,
      );
      continue;
    }
    entries.set(key, { keyAt, node: located(walk, pair.value, below, keyAt) });
  }
  return entries;
}

function keyText(key: unknown): string | undefined {
  if (!isScalar(key)) return undefined;
  if (typeof key.value === 'string') return key.value;
  // A number as key keeps the text that was written, as JSON would have it.
  return typeof key.value === 'number' ? (key.source ?? String(key.value)) : undefined;
}

function scalarValue(
  walk: Walk,
  value: unknown,
  at: Position,
  path: CurriculumPath,
): string | number | boolean | null {
  if (typeof value === 'string') {
    if (value.includes('\0')) report(walk, 'null-character', at, path, 'remove the character U+0000 here');
    return value;
  }
  if (typeof value === 'number') {
    if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
      report(
        walk,
        'unsafe-integer',
        at,
        path,
        'this number is too large to be held exactly; put it in quotes or make it smaller',
      );
    }
    return value;
  }
  return typeof value === 'boolean' ? value : null;
}

function positionOf(walk: Walk, node: unknown): Position | undefined {
  const range = (node as { range?: readonly number[] } | null | undefined)?.range;
  if (range?.[0] === undefined) return undefined;
  const { line, col } = walk.lines.linePos(range[0]);
  return { file: walk.file, line: Math.max(1, line), column: Math.max(1, col) };
}

function report(walk: Walk, code: IssueCode, at: Position, path: CurriculumPath, message: string): void {
  walk.issues.push({ code, severity: 'error', message, ...at, path: pathText(path) });
}
