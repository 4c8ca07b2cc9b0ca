/**
 * A column of a table. Numbers in an array, whole or not, or texts. With `labels` a number is the index of a text;
 * `missing` is the number that stands for nothing.
 */
export type TableColumn = {
  /** In snake_case, as data frames and databases like it. */
  readonly name: string;
  /** What it says, with its unit. */
  readonly about: string;
  readonly kind: 'integer' | 'number' | 'text';
  readonly data: ArrayLike<number> | readonly (string | null)[];
  readonly labels?: readonly string[];
  readonly missing?: number;
};

/** A table by columns of the same length. A long table comes in several with the same columns, one after the other. */
export type Table = {
  readonly name: string;
  readonly rows: number;
  readonly columns: readonly TableColumn[];
};

/** What takes tables: a file in some form. Nothing is complete before `close`. */
export type TableSink = { write(table: Table): void; close(): void };

/** The value of a cell; null for nothing. */
export function cellOf(column: TableColumn, row: number): string | number | null {
  const value = column.data[row];
  if (value === undefined || value === null || value === column.missing) return null;
  if (typeof value === 'string') return value;
  if (Number.isNaN(value)) return null;
  return column.labels === undefined ? value : (column.labels[value] ?? null);
}
