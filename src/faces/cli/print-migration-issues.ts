import type { MigrationIssue } from '../../engine/migration/migration-issue.ts';
import { cleanText } from './clean-text.ts';
import type { MigrationTarget } from './read-migration.ts';
import { bad, open, print } from './screen.ts';

/** Prints what is wrong with a mapping, each with its path and, where the file has it, its line. Gives whether there is an error. */
export function printMigrationIssues(
  issues: readonly MigrationIssue[],
  place: MigrationTarget['place'],
): boolean {
  for (const { code, severity, path, message } of issues) {
    const at = place(path);
    const where = at === undefined ? '' : `${cleanText(at.file)}:${at.line}:${at.column} `;
    const what = severity === 'error' ? bad(code) : open(`${code} (warning)`);
    print(`${where}${what} ${path === '' ? '' : `${cleanText(path)}: `}${cleanText(message)}`);
  }
  return issues.some(({ severity }) => severity === 'error');
}
