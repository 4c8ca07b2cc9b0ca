import type { Plan } from '../plan.ts';

/**
 * The day by whose beginning a phase should be over: the first day after its last published week, or after as many weeks
 * as are published where it was entered late. Null for a phase without weeks.
 */
export function publishedEnd(
  plan: Plan,
  admittedOn: number,
  phase: number,
  enteredOn: number,
): number | null {
  const weeks = plan.phases[phase]?.weeks;
  if (!weeks) return null;
  return Math.max(admittedOn + weeks.to * 7, enteredOn + (weeks.to - weeks.from + 1) * 7);
}
