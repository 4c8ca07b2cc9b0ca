import { describe, expect, it } from 'vitest';
import { weekResults } from '../../../src/simulation/results/week-result.ts';
import { figureTable } from '../../../src/simulation/tables/figure-table.ts';
import { cellOf, type Table } from '../../../src/simulation/tables/table.ts';
import { serviceTable, weekTable } from '../../../src/simulation/tables/week-table.ts';
import { emptyWeeks } from '../results/hand-made.ts';

const rowsOf = (table: Table) =>
  Array.from({ length: table.rows }, (_, row) => table.columns.map((column) => cellOf(column, row)));

describe('tables of results', () => {
  const counts = emptyWeeks(2);
  counts.occupancy[1] = 5;
  counts.occupancy[counts.states.length] = 3;
  counts.attended[1] = 8;
  counts.missedTests[0] = 2;
  const weeks = weekResults(counts);

  it('have one row a week and state', () => {
    const rows = rowsOf(weekTable(weeks));
    expect(rows).toHaveLength(2 * counts.states.length);
    expect(rows.filter(([, , patients]) => patients !== 0)).toEqual([
      [1, 'iop/late', 5],
      [2, 'iop/early', 3],
    ]);
  });

  it('have one row a week of sessions and tests', () => {
    expect(rowsOf(serviceTable(weeks))).toEqual([
      [1, 0, 0, 0, 0, 2],
      [2, 0, 8, 0, 0, 0],
    ]);
  });

  it('have one row a figure, empty where it is not known', () => {
    expect(rowsOf(figureTable([{ name: 'all', figures: { completed: 0.5, attendance: null } }]))).toEqual([
      ['all', 'completed', 0.5],
      ['all', 'attendance', null],
    ]);
  });
});
