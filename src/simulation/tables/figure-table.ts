import type { Figures } from '../results/figures.ts';
import type { Table } from './table.ts';

/** The table of figures by name, of each scenario or group. */
export function figureTable(of: readonly { readonly name: string; readonly figures: Figures }[]): Table {
  const cells = of.flatMap(({ name, figures }) =>
    Object.entries(figures).map(([figure, value]) => ({ name, figure, value: value ?? Number.NaN })),
  );
  return {
    name: 'figures',
    rows: cells.length,
    columns: [
      { name: 'of', about: 'scenario or group', kind: 'text', data: cells.map((c) => c.name) },
      { name: 'figure', about: 'what it is', kind: 'text', data: cells.map((c) => c.figure) },
      { name: 'value', about: 'its value', kind: 'number', data: cells.map((c) => c.value) },
    ],
  };
}
