import { closeSync, openSync } from 'node:fs';
import { cellOf, type TableColumn, type TableSink } from '../../simulation/tables/table.ts';
import { createCsvBytes } from './csv-bytes.ts';

/**
 * Opens a CSV file (RFC 4180, UTF-8, comma, one heading row, line feeds) for tables of the same columns. A missing value is an
 * empty field. An existing file is replaced.
 */
export function openCsvFile(path: string): TableSink {
  const file = openSync(path, 'w');
  const bytes = createCsvBytes(file);
  let headed = false;
  return {
    write({ columns, rows }) {
      if (!headed) bytes.text(`${columns.map(({ name }) => field(name)).join(',')}\n`);
      headed = true;
      const writers = columns.map((column) => cellWriter(column));
      for (let row = 0; row < rows; row += 1) {
        for (let c = 0; c < writers.length; c += 1) {
          if (c > 0) bytes.comma();
          writers[c]!(row);
        }
        bytes.lineEnd();
      }
    },
    close() {
      try {
        bytes.flush();
      } finally {
        closeSync(file);
      }
    },
  };

  function cellWriter(column: TableColumn): (row: number) => void {
    const { data, labels, missing } = column;
    if (labels !== undefined) {
      const encoded = labels.map((label) => Buffer.from(field(label)));
      return (row) => {
        const label = encoded[data[row] as number];
        if (label !== undefined && data[row] !== missing) bytes.bytes(label);
      };
    }
    if (data instanceof Int32Array)
      return (row) => {
        const value = data[row]!;
        if (value !== missing) bytes.whole(value);
      };
    return (row) => {
      const value = cellOf(column, row);
      if (value !== null) bytes.text(typeof value === 'number' ? `${value}` : field(value));
    };
  }
}

function field(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
