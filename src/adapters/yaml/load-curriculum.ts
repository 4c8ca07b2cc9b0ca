import type { Curriculum } from '../../curriculum/curriculum.ts';
import { type CurriculumPath, pathText } from '../../curriculum/curriculum-path.ts';
import type { Issue } from '../../curriculum/issue.ts';
import { checkStructure } from '../../curriculum/structure.ts';
import { checkShape } from './check-shape.ts';
import { type LocatedNode, locate, type Position } from './located-node.ts';
import { parseYaml } from './parse-yaml.ts';
import { type ResolveBase, resolveExtends } from './resolve-extends.ts';
import { shownIssues } from './shown-issues.ts';

/** Tells where the value or the key at a path of a curriculum was written; of several files, the one it came from. */
export type Positions = (path: CurriculumPath, at?: 'key' | 'value') => Position;

/** A curriculum with its warnings, or everything that is wrong with its file. */
export type LoadedCurriculum =
  | {
      readonly ok: true;
      readonly curriculum: Curriculum;
      readonly issues: readonly Issue[];
      readonly positions: Positions;
    }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** Where a text comes from, and how to find what it extends. */
export type LoadOptions = { readonly file: string; readonly resolve?: ResolveBase };

/**
 * Reads a curriculum from the text of a YAML file and checks it as a whole.
 *
 * Pure but for `resolve`; never throws, whatever the text. All problems are reported at once, in the order of their
 * places, at most fifty. Anchors and aliases are not part of the language.
 *
 * ```ts
 * loadCurriculum('id: x\ntitel: X', { file: 'x.yaml' })
 * //=> { ok: false, issues: [{ code: 'unknown-key', line: 2, column: 1, message: 'titel: did you mean title?', … }, …] }
 * ```
 */
export function loadCurriculum(text: string, options: LoadOptions): LoadedCurriculum {
  const parsed = parseYaml(text, options.file);
  if (parsed.root === undefined) return { ok: false, issues: shownIssues(parsed.issues, options.file) };
  const resolved = resolveExtends(parsed.root, options.resolve ?? (() => undefined));
  const before = [...parsed.issues, ...resolved.issues];
  // What a site's file leaves out is not missing where its base could not be read.
  if (resolved.issues.length > 0) return { ok: false, issues: shownIssues(before, options.file) };
  const checked = checkShape(resolved.root);
  if (!checked.ok || before.length > 0) {
    const issues = [...before, ...(checked.ok ? [] : checked.issues)];
    return { ok: false, issues: shownIssues(issues, options.file) };
  }
  const issues = structureIssues(checked.curriculum, resolved.root);
  const shown = shownIssues(issues, options.file);
  if (issues.some((issue) => issue.severity === 'error')) return { ok: false, issues: shown };
  const positions: Positions = (path, at) => locate(resolved.root, path, at);
  return { ok: true, curriculum: checked.curriculum, issues: shown, positions };
}

function structureIssues(curriculum: Curriculum, root: LocatedNode): Issue[] {
  return checkStructure(curriculum).map(({ code, severity, message, path, at }) => ({
    code,
    severity,
    message,
    ...locate(root, path, at),
    path: pathText(path),
  }));
}
