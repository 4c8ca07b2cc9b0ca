import { type CalendarDate, fromDayNumber, toDayNumber } from '../curriculum/calendar-date.ts';
import { weekdayIndex } from '../curriculum/weekday.ts';
import type { PlanTrack } from './plan.ts';
import { rollingPlace } from './rolling-place.ts';

/**
 * The latest day on which a rolling track can have begun its cycle, if it holds a session on a day. Null where it does not meet on that
 * weekday. Pure.
 *
 * ```ts
 * cycleStart(mondaysAndFridays, 3, '2026-03-09') //=> '2026-03-02'
 * ```
 */
export function cycleStart(track: PlanTrack, session: number, on: CalendarDate): CalendarDate | null {
  const day = toDayNumber(on);
  const slot = track.slots.find(({ weekday }) => weekday === weekdayIndex(day));
  if (slot === undefined) return null;
  const longest = 7 * slot.everyWeeks * (track.sessions.length + 1);
  for (let start = day; start > day - longest; start -= 1)
    if (rollingPlace(track, start, day, slot) === session - 1) return fromDayNumber(start);
  return null;
}
