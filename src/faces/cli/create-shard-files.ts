import { join } from 'node:path';
import { openCsvFile } from '../../adapters/csv/csv-file.ts';
import { openParquetFile } from '../../adapters/parquet/parquet-file.ts';
import type { EventSink, PreparedStudy } from '../../simulation/experiment/prepared-study.ts';
import type { PatientColumns } from '../../simulation/patient-columns.ts';
import { patientTable } from '../../simulation/tables/patient-table.ts';
import type { Table, TableSink } from '../../simulation/tables/table.ts';
import { openWholeFile } from './whole-file.ts';

/** Which files are written of each shard, beside `patients/part-N.parquet`. */
export type FileKinds = { readonly csv?: boolean; readonly sqlite?: boolean; readonly events?: boolean };

/** The files of single shards: a folder of Parquet files is one table to those who read it. */
export type ShardFiles = {
  write(shard: number, patients: PatientColumns): void;
  /** Takes the events of a shard, until its patients are written; undefined where nobody asked for them. */
  eventSink(shard: number): EventSink | undefined;
};

/** Makes what writes the files of shards into folders that are there already; on any thread, for any shard. */
export function createShardFiles(
  folder: string,
  kinds: FileKinds,
  { shape, eventNames }: PreparedStudy,
): ShardFiles {
  const part = (name: string, shard: number, ending: string) =>
    join(folder, name, `part-${String(shard).padStart(5, '0')}.${ending}`);
  let events: TableSink | null = null;
  return {
    write(shard, patients) {
      events?.close();
      events = null;
      const table = patientTable(patients, shape);
      writeOne(openWholeFile(part('patients', shard, 'parquet'), openParquetFile), table);
      if (kinds.csv) writeOne(openWholeFile(part('patients', shard, 'csv'), openCsvFile), table);
    },
    eventSink(shard) {
      if (!kinds.events) return undefined;
      const file = openWholeFile(part('events', shard, 'parquet'), openParquetFile);
      events = file;
      return (patients, packed, count) => file.write(eventTable(patients, packed, count, eventNames));
    },
  };
}

function writeOne(sink: TableSink, table: Table): void {
  sink.write(table);
  sink.close();
}

/** One row an event: `week << 9 | code` unpacked. */
function eventTable(
  patients: Int32Array,
  packed: Uint16Array | Int32Array,
  count: number,
  names: readonly string[],
): Table {
  const weeks = new Int32Array(count);
  const codes = new Uint16Array(count);
  // A loop: `from` with a function goes through an iterator, which took ten times what the kernel takes.
  for (let row = 0; row < count; row += 1) {
    const event = packed[row]!;
    weeks[row] = (event >> 9) + 1;
    codes[row] = event & 511;
  }
  return {
    name: 'events',
    rows: count,
    columns: [
      { name: 'patient', about: 'number of the patient', kind: 'integer', data: patients.subarray(0, count) },
      {
        ...{ name: 'week', about: 'week since admission, from 1', kind: 'integer' },
        data: weeks,
      },
      {
        ...{ name: 'event', about: 'what happened', kind: 'text', labels: names },
        data: codes,
      },
    ],
  };
}
