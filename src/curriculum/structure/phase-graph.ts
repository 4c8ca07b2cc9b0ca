import type { Curriculum } from '../curriculum.ts';

/** The indexes of the phases that may follow a phase: those it names, else the one below; none after a final one. Pure. */
export function phasesAfter(curriculum: Curriculum, index: number): number[] {
  const phase = curriculum.phases[index];
  if (phase === undefined || phase.final !== undefined) return [];
  if (phase.next === undefined) return index + 1 < curriculum.phases.length ? [index + 1] : [];
  return indexesOf(curriculum, phase.next);
}

/** The indexes of the phases to which a patient of a phase may be sent back. Pure. */
export function phasesReturnedTo(curriculum: Curriculum, index: number): number[] {
  return indexesOf(curriculum, curriculum.phases[index]?.returnsTo ?? []);
}

/** The indexes that can be reached from a start by steps, the start among them. Pure. */
export function reachable(
  start: readonly number[],
  steps: (index: number) => readonly number[],
): Set<number> {
  const reached = new Set(start);
  for (const index of reached) for (const next of steps(index)) reached.add(next);
  return reached;
}

function indexesOf(curriculum: Curriculum, ids: readonly string[]): number[] {
  return ids
    .map((id) => curriculum.phases.findIndex((phase) => phase.id === id))
    .filter((index) => index >= 0);
}
