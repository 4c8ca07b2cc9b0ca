import { cleanText } from './clean-text.ts';
import { displayWidth } from './display-width.ts';
import { bold } from './screen.ts';

/**
 * Lays rows out under headings, two spaces between columns, each as wide as its widest cell. Cells are data: control
 * characters are taken out of them. A cell that is null or undefined is left empty.
 */
export function renderTable(headings: readonly string[], rows: readonly (readonly unknown[])[]): string {
  const cells = rows.map((row) => headings.map((_, c) => (row[c] == null ? '' : cleanText(row[c]))));
  const widths = headings.map((heading, c) =>
    Math.max(displayWidth(heading), ...cells.map((row) => displayWidth(row[c] ?? ''))),
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, c) => cell + ' '.repeat((widths[c] ?? 0) - displayWidth(cell)))
      .join('  ')
      .trimEnd();
  return [bold(line(headings)), ...cells.map(line)].join('\n');
}
