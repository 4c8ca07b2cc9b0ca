import { hash } from 'node:crypto';
import type { CalendarDate } from '../../curriculum/calendar-date.ts';
import type { Engine } from '../../engine/engine.ts';
import type { CalendarEntry } from './calendar-entry.ts';

/** Whose calendar it is. */
export type CalendarOf =
  | { readonly counselor: string }
  | { readonly group: string }
  | { readonly episode: string };

/**
 * What a counselor, a group or a patient has on some days, for a calendar that leaves the house: group meetings and appointments with
 * neutral titles, because to be a patient is itself protected. No patient and no topic is named; cancelled ones are among them.
 */
export async function entriesOf(
  engine: Engine,
  of: CalendarOf,
  days: { readonly from: CalendarDate; readonly to: CalendarDate },
): Promise<CalendarEntry[]> {
  const filter = 'counselor' in of ? { leader: of.counselor } : of;
  const meetings = await engine.groups.meetings({ ...filter, ...days });
  const appointments = 'group' in of ? [] : await engine.appointments.list({ ...of, ...days });
  const versions = new Map<string, number>();
  for (const group of new Set(meetings.map((m) => m.group)))
    versions.set(group, (await engine.groups.status(group)).version);
  const entries = [
    ...meetings.map((m) => ({
      ...{ uid: uidOf('meeting', m.site, m.group, m.meeting), title: 'Meeting', ...placeOf(m) },
      // It never falls: what is held after all has to replace what was cancelled.
      sequence: versions.get(m.group) ?? 0,
      cancelled: m.status === 'cancelled',
    })),
    ...appointments.map((a) => ({
      ...{ uid: uidOf('appointment', a.site, a.appointment), title: 'Appointment', ...placeOf(a) },
      sequence: a.sequence,
      cancelled: a.status === 'cancelled',
    })),
  ];
  const key = ({ date, start, uid }: CalendarEntry) => `${date} ${start} ${uid}`;
  return entries.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

function placeOf({
  place,
  date,
  start,
  minutes,
  timeZone,
}: Omit<CalendarEntry, 'uid' | 'title' | 'sequence' | 'cancelled'>) {
  return { place, date, start, minutes, timeZone };
}

/** A name that tells neither the site nor the group. */
function uidOf(...parts: readonly string[]): string {
  return `${hash('sha256', JSON.stringify(parts)).slice(0, 32)}@stepwell`;
}
