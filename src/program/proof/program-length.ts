import type { Plan } from '../plan.ts';

const UNPUBLISHED = 52;

/** The last week that a phase or a scheduled track of the plan names; a year where none is named. */
export function programLength(plan: Plan): number {
  const phases = plan.phases.flatMap((phase) => (phase.weeks === null ? [] : [phase.weeks.to]));
  const tracks = plan.tracks.flatMap((track) =>
    track.slots.flatMap((slot) => slot.weeks.map((range) => range.to)),
  );
  return Math.max(0, ...phases, ...tracks) || UNPUBLISHED;
}
