import type { Curriculum } from './curriculum.ts';
import { weekSpan } from './weeks.ts';

/** The last week that the published program gives to a phase; 0 where no phase has weeks. Pure. */
export function lastProgramWeek(curriculum: Curriculum): number {
  return Math.max(0, ...curriculum.phases.map(({ weeks }) => (weeks === undefined ? 0 : weekSpan(weeks).to)));
}
