import type { CalendarDate } from '../curriculum/calendar-date.ts';
import type { Episode } from './episode.ts';

/**
 * Who an episode is about and who looks after it on a day, from the facts up to that day. Of several counselors who were assigned for one day
 * the one holds who was recorded last: what is decided has no order of its own within a day.
 */
export function peopleOf(
  episode: Episode,
  asOf: CalendarDate,
): { patient: string | null; counselor: string | null; site: string | null } {
  let patient: string | null = null;
  let counselor: string | null = null;
  let site: string | null = null;
  let assigned = { on: '', version: 0 };
  for (const { fact, version } of episode.facts) {
    if (fact.type === 'CounselorAssigned') {
      if (fact.on === assigned.on && version < assigned.version) continue;
      assigned = { on: fact.on, version };
    }
    if (fact.type === 'Referred' || fact.type === 'Admitted') patient = fact.patient;
    if (fact.on > asOf) continue;
    if (fact.type === 'Referred' || fact.type === 'Admitted') {
      counselor = fact.counselor ?? counselor;
    }
    if (fact.type === 'CounselorAssigned') counselor = fact.counselor;
    if ('site' in fact && fact.type !== 'ClinicClosed') site = fact.site ?? site;
  }
  return { patient, counselor, site };
}
