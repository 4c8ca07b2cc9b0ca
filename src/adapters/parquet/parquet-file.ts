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
        const columnData = table.columns.map((column, c) => {
          const data = valuesOf(column, from, rows);
          return {
            ...{ name: column.name, data },
            // Rows come in the order of their first column; what is least and greatest in a group of any other helps nobody to find a row.
            statistics: c === 0,
            ...(data instanceof Int32Array ? { encoding: 'DELTA_BINARY_PACKED' as const } : {}),
          };
        });
        parquet.write({ columnData, rowGroupSize: rows, pageSize: 0 });
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
    ...columns.map((column) => {
      const { name, kind } = column;
      const repetition_type = neverMissing(column) ? 'REQUIRED' : 'OPTIONAL';
      return kind === 'text'
        ? ({ name, type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type } as const)
        : ({ name, type: kind === 'integer' ? 'INT32' : 'DOUBLE', repetition_type } as const);
    }),
  ];
}

/** Whether each cell of a column holds something: numbers in a typed array, of which none stands for nothing. */
function neverMissing({ kind, data, missing, labels }: TableColumn): boolean {
  return missing === undefined && (labels ? isCodes(data) : kind === 'integer' && data instanceof Int32Array);
}

function isCodes(data: TableColumn['data']): data is Uint8Array | Uint16Array | Int32Array {
  return data instanceof Uint8Array || data instanceof Uint16Array || data instanceof Int32Array;
}

/** The cells of a column as the writer takes them: whole numbers as they are, others in an array. */
function valuesOf(column: TableColumn, from: number, rows: number): Int32Array | (string | number | null)[] {
  const { data, labels } = column;
  const whole = neverMissing(column);
  if (whole && labels === undefined) return (data as Int32Array).subarray(from, from + rows);
  const values = new Array<string | number | null>(rows);
  if (whole && isCodes(data))
    for (let row = 0; row < rows; row += 1) values[row] = labels![data[from + row]!]!;
  else for (let row = 0; row < rows; row += 1) values[row] = cellOf(column, from + row);
  return values;
}
