import type { MigrationResult } from '../../engine/migration/apply-migration.ts';
import type { MigrationIssue } from '../../engine/migration/migration-issue.ts';
import type { MigrationRequest } from '../../engine/migration/migration-request.ts';
import type { UndoResult } from '../../engine/migration/undo-migration.ts';
import { cleanText } from './clean-text.ts';
import { printMigrationIssues } from './print-migration-issues.ts';
import { landingPhase } from './print-rehearsal.ts';
import type { MigrationTarget } from './read-migration.ts';
import { bad, faint, good, print } from './screen.ts';

/** Prints what became of each patient in a migration. */
export function printMigration(
  answer: { readonly issues: readonly MigrationIssue[]; readonly results: readonly MigrationResult[] },
  request: MigrationRequest,
  target: MigrationTarget,
): void {
  if (printMigrationIssues(answer.issues, target.place)) {
    print('With these errors nobody was moved; put the mapping right.');
    return;
  }
  for (const result of answer.results) {
    const episode = cleanText(result.episode);
    if (result.accepted)
      print(
        `${good('✓')} ${episode} is in ${request.to}: ${landingPhase(result.landing)}  ${faint(`event ${result.version}`)}`,
      );
    else print(`${bad('✗')} ${episode} ${result.refusal.code}: ${cleanText(result.refusal.message)}`);
  }
  const moved = answer.results.filter(({ accepted }) => accepted).length;
  print(`${moved} moved, ${answer.results.length - moved} refused`);
}

/** The answer to the undoing of a migration as a line. */
export function renderUndo(result: UndoResult): string {
  const episode = cleanText(result.episode);
  return result.accepted
    ? `${good('✓')} ${episode} is in ${result.curriculum} again  ${faint(`event ${result.version}`)}`
    : `${bad('✗')} ${episode} ${result.refusal.code}: ${cleanText(result.refusal.message)}`;
}
