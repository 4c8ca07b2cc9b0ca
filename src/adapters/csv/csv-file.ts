import { closeSync, openSync, writeSync } from 'node:fs';
import { cellOf, type Table, type TableSink } from '../../simulation/tables/table.ts';

/** Rows written at once. */
const CHUNK = 10_000;

/**
 * Opens a CSV file (RFC 4180, UTF-8, comma, one heading row, line feeds) for tables of the same columns. A missing value is an
 * empty field. An existing file is replaced.
 */
export function openCsvFile(path: string): TableSink {
  const file = openSync(path, 'w');
  let headed = false;
  return {
    write(table) {
      if (!headed) writeSync(file, `${table.columns.map(({ name }) => field(name)).join(',')}\n`);
      headed = true;
      for (let from = 0; from < table.rows; from += CHUNK) writeSync(file, linesOf(table, from));
    },
    close: () => closeSync(file),
  };
}

function linesOf({ columns, rows }: Table, from: number): string {
  let lines = '';
  for (let row = from; row < Math.min(rows, from + CHUNK); row += 1) {
    let line = '';
    for (const [c, column] of columns.entries()) {
      const value = cellOf(column, row);
      if (c > 0) line += ',';
      if (value !== null) line += typeof value === 'number' ? value : field(value);
    }
    lines += `${line}\n`;
  }
  return lines;
}

function field(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
