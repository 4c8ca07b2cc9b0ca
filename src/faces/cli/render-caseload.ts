import type { CaseloadRow } from '../../engine/caseload-row.ts';
import { renderTable } from './render-table.ts';

/** Draws a caseload as a table. */
export function renderCaseload(rows: readonly CaseloadRow[]): string {
  if (rows.length === 0) return 'No patient is listed.';
  const headings = [
    'Episode',
    'Patient',
    'Counselor',
    'Week',
    'Phase',
    'As of',
    'Next due',
    'What keeps the patient from the next phase',
  ];
  const lines = rows.map((row) => [
    row.episode,
    row.patient,
    row.counselor,
    row.week,
    row.phase ?? row.lifecycle,
    row.asOf,
    row.nextDueOn === null ? '' : `${row.nextDueOn} ${row.nextDue ?? ''}`,
    row.gate === 'satisfied' ? 'nothing: may advance' : row.blockers.join('; '),
  ]);
  return renderTable(headings, lines);
}
