import type { Issue } from '../../curriculum/issue.ts';

/** How many issues of one load are shown. */
const MOST_SHOWN = 50;

/**
 * Puts issues in the order of their places, the file that was asked for first, and shows fifty; one more then tells how
 * many are left. Errors are kept before warnings where not all fit.
 */
export function shownIssues(issues: readonly Issue[], file: string): Issue[] {
  const kept = issues.length > MOST_SHOWN ? [...issues].sort(bySeverity).slice(0, MOST_SHOWN) : [...issues];
  kept.sort(
    (a, b) =>
      Number(a.file !== file) - Number(b.file !== file) ||
      (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
      a.line - b.line ||
      a.column - b.column,
  );
  const left = issues.length - kept.length;
  const last = kept.at(-1);
  if (left === 0 || last === undefined) return kept;
  const severity = issues.some((issue) => issue.severity === 'error') ? 'error' : 'warning';
  const message = `and ${left} more; put these right first`;
  return [...kept, { ...last, code: 'more-issues', severity, message, path: '' }];
}

function bySeverity(a: Issue, b: Issue): number {
  return Number(a.severity === 'warning') - Number(b.severity === 'warning');
}
