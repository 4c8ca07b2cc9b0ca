import { weekdayIndex } from '../curriculum/weekday.ts';
import type { PlanSlot, PlanTrack } from './plan.ts';

/** The place in its cycle, from 0, of the session that a rolling track holds at a slot of a day, if the cycle began on `start` (day numbers). Pure. */
export function rollingPlace(track: PlanTrack, start: number, day: number, slot: PlanSlot): number {
  const week = Math.floor((day - start) / 7);
  const offset = (weekday: number) => (weekday - weekdayIndex(start) + 7) % 7;
  const before = track.slots.filter(
    (other) =>
      offset(other.weekday) < offset(slot.weekday) ||
      (other.weekday === slot.weekday && other.start < slot.start),
  ).length;
  const index = Math.floor(week / slot.everyWeeks) * track.slots.length + before;
  const count = track.sessions.length;
  return ((index % count) + count) % count;
}
