import type { Plan } from './plan.ts';

/**
 * Takes one record of a track, or of an elective held in its place, out of those of a day (indexes of tracks).
 * False, and nothing taken, where there is none.
 */
export function takeMeeting(plan: Plan, met: number[], track: number): boolean {
  const index = met.findIndex((m) => m === track || plan.tracks[m]?.heldAt === track);
  if (index < 0) return false;
  met.splice(index, 1);
  return true;
}
