import { Curriculum } from '../../curriculum/curriculum.ts';
import { pathText } from '../../curriculum/curriculum-path.ts';
import type { Issue } from '../../curriculum/issue.ts';
import { type LocatedNode, locate, plainValue } from './located-node.ts';
import { type ShapeFinding, shapeFindings } from './shape-finding.ts';

/** A curriculum where a tree has its shape; else everything that keeps it from having it. */
export type CheckedShape =
  | { readonly ok: true; readonly curriculum: Curriculum }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** Checks a tree against the language. Pure; each issue points to the key or value that has to change. */
export function checkShape(root: LocatedNode): CheckedShape {
  const value = plainValue(root);
  const parsed = Curriculum.safeParse(value);
  if (parsed.success) return { ok: true, curriculum: parsed.data };
  const findings = parsed.error.issues.flatMap((issue) => shapeFindings(issue, Curriculum, value));
  return { ok: false, issues: withoutConsequences(findings).map((finding) => toIssue(finding, root)) };
}

/** Leaves out what an object lacks as a whole where one of its keys is misspelt: that is the same mistake. */
function withoutConsequences(findings: readonly ShapeFinding[]): ShapeFinding[] {
  const misspelt = new Set(
    findings.filter((f) => f.code === 'unknown-key').map((finding) => pathText(finding.path.slice(0, -1))),
  );
  return findings.filter((f) => f.code !== 'invalid-value' || !misspelt.has(pathText(f.path)));
}

function toIssue({ code, message, path, at }: ShapeFinding, root: LocatedNode): Issue {
  return { code, severity: 'error', message, ...locate(root, path, at), path: pathText(path) };
}
