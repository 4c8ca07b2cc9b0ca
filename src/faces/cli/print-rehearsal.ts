import type { Landing } from '../../engine/migration/landing.ts';
import type { Rehearsal } from '../../engine/migration/rehearsal.ts';
import { cleanText } from './clean-text.ts';
import { printMigrationIssues } from './print-migration-issues.ts';
import type { MigrationTarget } from './read-migration.ts';
import { renderTable } from './render-table.ts';
import { bad, bold, faint, print } from './screen.ts';

/** Prints a rehearsal: the problems of the mapping, a line for each patient, who is refused and why, and the totals. */
export function printRehearsal(rehearsal: Rehearsal, target: MigrationTarget): void {
  const { curriculum, from, to, on, issues, landings, refused, totals } = rehearsal;
  print(bold(`${curriculum} ${from} → ${to} from ${on} on`));
  if (printMigrationIssues(issues, target.place)) {
    print('With these errors nobody is moved; put the mapping right.');
    return;
  }
  if (landings.length > 0) {
    const headings = ['Episode', 'Lands in', 'Sessions', 'Overdue', 'Stuck', 'Review'];
    print(renderTable(headings, landings.map(rowOf)));
  }
  for (const { episode, refusal } of refused)
    print(`${bad('✗')} ${cleanText(episode)} ${refusal.code}: ${cleanText(refusal.message)}`);
  print(bold('Totals'));
  for (const line of totalLines(totals)) print(`  ${line}`);
  print(faint('Nothing was written.'));
}

/** Where a patient lands, in words: the phase, with the one before where it is another. */
export function landingPhase({ phase }: Landing): string {
  const [before, after] = [phase.before ?? 'no phase', phase.after ?? 'no phase'];
  return before === after ? after : `${before} → ${after}`;
}

function rowOf(landing: Landing): unknown[] {
  const { episode, credit, overdue, stuck, reviews } = landing;
  return [
    episode,
    landingPhase(landing),
    credit
      .map(({ track, before, after }) => `${after > before ? '+' : '−'}${Math.abs(after - before)} ${track}`)
      .join(', '),
    overdue.map(({ title, dueOn }) => `${title} (${dueOn})`).join('; '),
    stuck === null ? '' : `${stuck.newly ? '' : 'as before: '}${stuck.missing}`,
    reviews.join('; '),
  ];
}

function totalLines(totals: Rehearsal['totals']): string[] {
  const { episodes, moved, refused, sessionsGained, sessionsLost, overdue, stuck } = totals;
  return [
    `${episodes} ${episodes === 1 ? 'patient' : 'patients'}: ${moved} would be moved, ${refused} refused`,
    `${sessionsGained} sessions gained, ${sessionsLost} lost; ${overdue} newly overdue, ${stuck} newly stuck`,
    ...totals.phases.map(
      ({ before, after, episodes: n }) => `${before ?? 'no phase'} → ${after ?? 'no phase'}: ${n}`,
    ),
    ...totals.unplaced.map(({ kind, id, episodes: n }) => `no place for ${kind} ${cleanText(id)}: ${n}`),
  ];
}
