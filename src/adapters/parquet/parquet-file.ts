import { fileWriter, ParquetWriter } from 'hyparquet-writer';
import { cellOf, type Table, type TableColumn, type TableSink } from '../../simulation/tables/table.ts';

type Schema = ConstructorParameters<typeof ParquetWriter>[0]['schema'];

/** Rows of a row group: arrays of so many values die young, where longer ones would wait for the whole heap to be swept. */
const GROUP = 8192;

/**
 * Opens a Parquet file (Snappy) for tables of the same columns. What a column says is in the file's metadata. Rows are written and
 * let go in groups of 8,192, so that the memory taken does not follow the length of the table.
 */
export function openParquetFile(path: string): TableSink {
  const writer = fileWriter(path);
  let parquet: ParquetWriter | undefined;
  return {
    write(table) {
      parquet ??= new ParquetWriter({
        writer,
        schema: schemaOf(table),
        createdBy: 'stepwell',
        kvMetadata: table.columns.map(({ name, about }) => ({ key: `about.${name}`, value: about })),
      });
      for (let from = 0; from < table.rows; from += GROUP) {
        const rows = Math.min(GROUP, table.rows - from);
        const columnData = table.columns.map((column) => ({
          name: column.name,
          data: valuesOf(column, from, rows),
        }));
        parquet.write({ columnData, rowGroupSize: rows });
      }
    },
    close() {
      parquet?.finish();
    },
  };
}

function schemaOf({ columns }: Table): Schema {
  return [
    { name: 'root', num_children: columns.length },
    ...columns.map(({ name, kind }) =>
      kind === 'text'
        ? ({ name, type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' } as const)
        : ({ name, type: kind === 'integer' ? 'INT32' : 'DOUBLE', repetition_type: 'OPTIONAL' } as const),
    ),
  ];
}

function valuesOf(column: TableColumn, from: number, rows: number): (string | number | null)[] {
  const values = new Array<string | number | null>(rows);
  for (let row = 0; row < rows; row += 1) values[row] = cellOf(column, from + row);
  return values;
}
