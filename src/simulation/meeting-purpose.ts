import type { PlanTrack } from '../program/plan.ts';
import { purposeOf } from './purpose.ts';

/** What the draw for a meeting is for: the track, and which of its times on that weekday, so that a change of time keeps it. */
export function meetingPurpose(
  track: PlanTrack,
  weekday: number,
  start: string,
  kind: 'meeting' | 'part' = 'meeting',
): number {
  const starts = track.slots.filter((slot) => slot.weekday === weekday).map((slot) => slot.start);
  return purposeOf(`${kind}/${track.id}/${[...new Set(starts)].indexOf(start)}`);
}
