import { fileWriter, ParquetWriter } from 'hyparquet-writer';
import { cellOf, type Table, type TableColumn, type TableSink } from '../../simulation/tables/table.ts';

type Schema = ConstructorParameters<typeof ParquetWriter>[0]['schema'];

/** Opens a Parquet file (Snappy) for tables of the same columns, a row group each. What a column says is in the file's metadata. */
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
      const columnData = table.columns.map((column) => ({
        name: column.name,
        data: valuesOf(column, table.rows),
      }));
      if (table.rows > 0) parquet.write({ columnData, rowGroupSize: table.rows });
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

function valuesOf(column: TableColumn, rows: number): (string | number | null)[] {
  return Array.from({ length: rows }, (_, row) => cellOf(column, row));
}
