import { readFileSync } from 'node:fs';
import { pathText } from '../../curriculum/curriculum-path.ts';
import type { Issue } from '../../curriculum/issue.ts';
import { MigrationMapping } from '../../curriculum/migration-mapping.ts';
import { type LocatedNode, locate, type Position, plainValue } from './located-node.ts';
import { parseYaml } from './parse-yaml.ts';
import { shapeFindings } from './shape-finding.ts';
import { shownIssues } from './shown-issues.ts';

/** The mapping of a migration with the places of its parts, or everything that is wrong with its file. */
export type LoadedMapping =
  | {
      readonly ok: true;
      readonly mapping: MigrationMapping;
      /** Where a path such as `sessions.skills.3` was written; undefined where the file does not have it. */
      readonly place: (path: string) => Position | undefined;
    }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** Reads the mapping of a migration from a file of YAML or JSON. Throws what the file system throws. */
export function loadMappingFile(file: string): LoadedMapping {
  const { root, issues } = parseYaml(readFileSync(file, 'utf8').replace(/^\ufeff/, ''), file);
  if (root === undefined || issues.length > 0)
    return { ok: false, issues: shownIssues(issues.map(aboutMappings), file) };
  const value = plainValue(root);
  const parsed = MigrationMapping.safeParse(value);
  if (parsed.success) return { ok: true, mapping: parsed.data, place: (path) => placeOf(root, path) };
  const findings = parsed.error.issues.flatMap((issue) => shapeFindings(issue, MigrationMapping, value));
  const found = findings.map(
    ({ code, message, path, at }): Issue => ({
      code,
      severity: 'error',
      message,
      ...locate(root, path, at),
      path: pathText(path),
    }),
  );
  return { ok: false, issues: shownIssues(found, file) };
}

function aboutMappings(issue: Issue): Issue {
  const message = 'this file is empty; write a mapping, or leave it out';
  return issue.code === 'file-empty' ? { ...issue, message } : issue;
}

function placeOf(root: LocatedNode, path: string): Position | undefined {
  const steps = path.split('.');
  const there = steps.reduce<LocatedNode | undefined>(
    (node, step) => (node?.kind === 'map' ? node.entries.get(step)?.node : undefined),
    root,
  );
  return there === undefined ? undefined : locate(root, steps, 'key');
}
