import { join } from 'node:path';
import { openCohortDatabase } from '../../adapters/sqlite/open-cohort-database.ts';
import type { TableSink } from '../../simulation/tables/table.ts';
import type { FileKinds } from './create-shard-files.ts';
import { makeFolder } from './make-folder.ts';

/** The folder into which a cohort is written, shard by shard. */
export type PatientFiles = {
  readonly folder: string;
  readonly kinds: FileKinds;
  /** The names of the kinds that are wanted. */
  readonly wanted: readonly string[];
  /** False where a file takes all shards, so that a run that was stopped cannot go on. */
  readonly resumable: boolean;
  readonly database: TableSink | null;
  close(): void;
};

/** Makes the folders of a run if need be, and opens the database where one is wanted. */
export function openPatientFiles(folder: string, { csv, sqlite, events }: FileKinds): PatientFiles {
  const kinds = { csv: csv === true, sqlite: sqlite === true, events: events === true };
  for (const name of ['patients', ...(events ? ['events'] : [])]) makeFolder(join(folder, name));
  const database = sqlite ? openCohortDatabase(join(folder, 'cohort.db')) : null;
  return {
    ...{ folder, kinds, database, resumable: !sqlite },
    wanted: Object.entries(kinds).flatMap(([kind, wanted]) => (wanted ? [kind] : [])),
    close: () => database?.close(),
  };
}
