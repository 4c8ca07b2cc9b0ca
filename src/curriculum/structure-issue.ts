import type { CurriculumPath } from './curriculum-path.ts';
import type { IssueCode, PATHWAY_ISSUES, STRUCTURE_ISSUES } from './issue-code.ts';

/** A code of a problem that shows only in the curriculum as a whole. */
export type StructureCode = IssueCode & ((typeof STRUCTURE_ISSUES)[number] | (typeof PATHWAY_ISSUES)[number]);

/** A problem of a curriculum as a whole, at a path; a reader of files adds the place in the text. */
export type StructureIssue = {
  readonly code: StructureCode;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly path: CurriculumPath;
  /** Whether the key or the value at the path is to be shown. */
  readonly at: 'key' | 'value';
};

/** An error at a value. */
export function structureError(code: StructureCode, path: CurriculumPath, message: string): StructureIssue {
  return { code, severity: 'error', message, path, at: 'value' };
}

/** A warning at a value. */
export function structureWarning(code: StructureCode, path: CurriculumPath, message: string): StructureIssue {
  return { code, severity: 'warning', message, path, at: 'value' };
}
