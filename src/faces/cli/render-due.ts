import type { DueRow } from '../../engine/due-row.ts';
import { renderTable } from './render-table.ts';
import { withWeekday } from './with-weekday.ts';

/** Draws what is due as a table. */
export function renderDue(rows: readonly DueRow[]): string {
  if (rows.length === 0) return 'Nothing is due.';
  const lines = rows.map((row) => [
    withWeekday(row.dueOn),
    row.episode,
    row.title,
    row.role,
    row.counselor,
    row.item,
  ]);
  return renderTable(['Due', 'Episode', 'What', 'Who', 'Counselor', 'Item'], lines);
}
