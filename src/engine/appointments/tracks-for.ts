import type { Plan, PlanTrack } from '../../program/plan.ts';
import type { AppointmentKind } from './appointment-event.ts';

/** The formats of tracks in which an appointment may count, the likeliest first. */
const FORMATS: Record<AppointmentKind, readonly string[]> = {
  individual: ['individual', 'conjoint'],
  conjoint: ['conjoint', 'individual', 'family'],
  family: ['family', 'conjoint'],
};

/**
 * The tracks in which an appointment may count, of those that are open in a phase: of its own format where there are any, else of a
 * format near to it. None where the program has nothing for it; several where somebody has to say which. Pure.
 */
export function tracksFor(plan: Plan, phase: number, kind: AppointmentKind): readonly PlanTrack[] {
  const open = plan.tracks.filter(({ during }) => during.includes(phase));
  for (const format of FORMATS[kind]) {
    const found = open.filter((track) => track.format === format);
    const own = found.filter((track) => track.kind === kind);
    if (own.length > 0) return own;
    if (found.length > 0) return found;
  }
  return [];
}
