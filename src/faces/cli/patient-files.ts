import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openCsvFile } from '../../adapters/csv/csv-file.ts';
import { openParquetFile } from '../../adapters/parquet/parquet-file.ts';
import { openCohortDatabase } from '../../adapters/sqlite/open-cohort-database.ts';
import type { EventSink, PreparedStudy } from '../../simulation/experiment/prepared-study.ts';
import type { PatientColumns } from '../../simulation/patient-columns.ts';
import { patientTable } from '../../simulation/tables/patient-table.ts';
import type { Table, TableSink } from '../../simulation/tables/table.ts';

/** Where the patients of a cohort are written, a file for each shard: a folder of Parquet files is one table to those who read it. */
export type PatientFiles = {
  readonly folder: string;
  readonly kinds: readonly string[];
  /** False where a file takes all shards, so that a run that was stopped cannot go on. */
  readonly resumable: boolean;
  readonly database: TableSink | null;
  write(shard: number, patients: PatientColumns): void;
  /** Takes the events of a shard; undefined where nobody asked for them. */
  eventSink(shard: number): EventSink | undefined;
  close(): void;
};

/** Opens the files of a run in a folder, which is made if need be. */
export function openPatientFiles(
  folder: string,
  kinds: { readonly csv?: boolean; readonly sqlite?: boolean; readonly events?: boolean },
  { shape, eventNames }: PreparedStudy,
): PatientFiles {
  const names = ['patients', ...(kinds.events ? ['events'] : [])];
  for (const name of names) mkdirSync(join(folder, name), { recursive: true });
  const database = kinds.sqlite ? openCohortDatabase(join(folder, 'cohort.db')) : null;
  const part = (name: string, shard: number, ending: string) =>
    join(folder, name, `part-${String(shard).padStart(5, '0')}.${ending}`);
  let events: TableSink | null = null;
  const closeEvents = () => {
    events?.close();
    events = null;
  };
  return {
    ...{ folder, database, resumable: !kinds.sqlite },
    kinds: Object.entries(kinds).flatMap(([kind, wanted]) => (wanted === true ? [kind] : [])),
    write(shard, patients) {
      closeEvents();
      const table = patientTable(patients, shape);
      writeOne(openParquetFile(part('patients', shard, 'parquet')), table);
      if (kinds.csv) writeOne(openCsvFile(part('patients', shard, 'csv')), table);
      database?.write(table);
    },
    eventSink(shard) {
      if (!kinds.events) return undefined;
      const file = openParquetFile(part('events', shard, 'parquet'));
      events = file;
      return (patients, packed, count) => file.write(eventTable(patients, packed, count, eventNames));
    },
    close() {
      closeEvents();
      database?.close();
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
  packed: Uint16Array,
  count: number,
  names: readonly string[],
): Table {
  const rows = packed.subarray(0, count);
  return {
    name: 'events',
    rows: count,
    columns: [
      { name: 'patient', about: 'number of the patient', kind: 'integer', data: patients.subarray(0, count) },
      {
        ...{ name: 'week', about: 'week since admission, from 1', kind: 'integer' },
        data: Int32Array.from(rows, (event) => (event >> 9) + 1),
      },
      {
        ...{ name: 'event', about: 'what happened', kind: 'text', labels: names },
        data: Int32Array.from(rows, (event) => event & 511),
      },
    ],
  };
}
