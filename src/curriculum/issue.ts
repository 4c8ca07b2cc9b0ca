import type { IssueCode } from './issue-code.ts';

/**
 * One problem of a curriculum file, at the place that a person has to change.
 *
 * Lines and columns count from 1. An error keeps the file from being used, a warning does not.
 */
export type Issue = {
  readonly code: IssueCode;
  readonly severity: 'error' | 'warning';
  /** Says what is wrong and what to do. */
  readonly message: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The way to the value, as in `tracks.0.schedule.1.weekdays`; empty for the file as a whole. */
  readonly path: string;
};

/** Writes an issue on one line, as compilers do. `formatIssue(issue) //=> 'iop.yaml:12:5 unknown-key …'` */
export function formatIssue(issue: Issue): string {
  return `${issue.file}:${issue.line}:${issue.column} ${issue.code} ${issue.message}`;
}
