import type { Plan } from '../../plan.ts';
import { gateLines } from '../criterion-words.ts';

/** A plan in a paragraph, for those who cannot see its picture. */
export function describePlan(plan: Plan): string {
  const phases = plan.phases.map((phase) => {
    const weeks = phase.weeks === null ? '' : `, weeks ${phase.weeks.from} to ${phase.weeks.to}`;
    const gate = gateLines(plan, phase.exit);
    const exit =
      phase.final !== null ? '' : gate.length === 0 ? ', left at any time' : `, left with ${gate.join('; ')}`;
    const back = phase.returnsTo.flatMap((to) => plan.phases[to]?.title ?? []);
    return `${phase.title}${weeks}${exit}${back.length === 0 ? '' : `, with a way back to ${back.join(' and ')}`}.`;
  });
  const tracks = plan.tracks.map((track) => `${track.title} (${track.sessions.length} sessions)`);
  const monitors = plan.monitors.map(
    (monitor) => `${monitor.title} (${monitor.states.map((state) => state.title).join(', ')})`,
  );
  return [
    `${plan.levelOfCare.name}.`,
    `Phases: ${phases.join(' ')}`,
    `Tracks: ${tracks.join(', ')}.`,
    ...(monitors.length === 0 ? [] : [`Monitors: ${monitors.join('; ')}.`]),
  ].join(' ');
}
