import type { WeekRange } from '../../../curriculum/weeks.ts';
import type { Plan } from '../../plan.ts';
import { textWidth } from './text-width.ts';

/** The room of a phase from left to right. */
export type PhaseColumn = { readonly left: number; readonly right: number; readonly weeks: WeekRange | null };

/** The space between two phases, in which the arrow lies. */
export const COLUMN_GAP = 40;

/** Lays the phases out from left to right. Phases with a gate get room for its sentences, whatever their weeks. */
export function phaseColumns(plan: Plan, from: number): PhaseColumn[] {
  let left = from;
  return plan.phases.map((phase) => {
    const least = phase.final !== null ? 130 : phase.exit === null ? 150 : phase.weeks === null ? 190 : 230;
    const longest = Math.max(...phase.title.split(' ').map((word) => textWidth(word, 15, true)));
    const column = { left, right: left + Math.max(least, longest + 24), weeks: phase.weeks };
    left = column.right + COLUMN_GAP;
    return column;
  });
}

/** Where weeks lie in a column that has them; null where the two have no week in common. */
export function placeWeeks(
  column: PhaseColumn,
  range: WeekRange,
): { left: number; right: number; weeks: number } | null {
  if (column.weeks === null) return null;
  const from = Math.max(range.from, column.weeks.from);
  const to = Math.min(range.to, column.weeks.to);
  if (to < from) return null;
  const width = (column.right - column.left) / (column.weeks.to - column.weeks.from + 1);
  return {
    left: column.left + (from - column.weeks.from) * width,
    right: column.left + (to - column.weeks.from + 1) * width,
    weeks: to - from + 1,
  };
}
