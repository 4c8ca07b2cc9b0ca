import { fromDayNumber } from '../curriculum/calendar-date.ts';
import type { PlanMove } from '../program/plan-stage.ts';
import { barEntry } from './decisions/bar-entry.ts';
import type { Episode } from './episode.ts';

/** Whether the program to which a move leads takes the patient in by what is known on a day; a step-up it never keeps back. Pure. */
export function moveAdmitted({ kind, to }: PlanMove, episode: Episode, day: number | null): boolean {
  const next = episode.course.stages[to];
  if (kind === 'step-up' || next === undefined || day === null) return true;
  return barEntry(next.plan, episode, { on: fromDayNumber(day) }) === null;
}
