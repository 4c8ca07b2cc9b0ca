import type { CalendarDate } from '../curriculum/calendar-date.ts';
import type { CaseloadQuery, CaseloadRow } from './caseload-row.ts';
import { describeCaseloadRow } from './describe-caseload-row.ts';
import { dueItems } from './due-items.ts';
import { type Episode, knownAt, standAsOf } from './episode.ts';

const CLOSED = ['discharged', 'graduated'];

/** The caseload row of an episode as of a day with the knowledge of a moment, or null where nothing was known of it yet. */
export function caseloadRowAsOf(
  episode: Episode,
  asOf: CalendarDate,
  instant: string | undefined,
): CaseloadRow | null {
  const then = instant === undefined ? episode : knownAt(episode, instant);
  if (!then.facts.some(({ fact }) => fact.on <= asOf)) return null;
  const { episode: told, fold } = standAsOf(then, asOf);
  return describeCaseloadRow(told, fold, asOf, dueItems(told, fold));
}

/** Whether a caseload row is one that a query asks for. */
export function matchesQuery(row: CaseloadRow, query: CaseloadQuery): boolean {
  return (
    (query.episode === undefined || row.episode === query.episode) &&
    (query.counselor === undefined || row.counselor === query.counselor) &&
    (query.phase === undefined || row.phase === query.phase) &&
    (query.site === undefined || row.site === query.site) &&
    (query.levelOfCare === undefined || row.levelOfCare === query.levelOfCare) &&
    (query.lifecycle === undefined || row.lifecycle === query.lifecycle) &&
    (query.curriculum === undefined || row.curriculum === query.curriculum) &&
    (query.open !== true || !CLOSED.includes(row.lifecycle)) &&
    (query.after === undefined || row.episode > query.after)
  );
}
