import { join } from 'node:path';
import { openCohortDatabase } from '../../adapters/sqlite/open-cohort-database.ts';
import type { TableSink } from '../../simulation/tables/table.ts';
import type { FileKinds } from './create-shard-files.ts';
import { forgetParts } from './forget-parts.ts';
import { forgetRun } from './forget-run.ts';
import { makeFolder } from './make-folder.ts';
import { takeFolder } from './take-folder.ts';
import { openWholeFile } from './whole-file.ts';

/** The folder into which a cohort is written, shard by shard. */
export type PatientFiles = {
  readonly folder: string;
  readonly kinds: FileKinds;
  /** The names of the kinds that are wanted. */
  readonly wanted: readonly string[];
  /** False where a file takes all shards, so that a run that was stopped cannot go on. */
  readonly resumable: boolean;
  readonly database: TableSink | null;
  /** Forgets the run that the folder held: this one begins with its first patient. */
  begin(): void;
  /** Completes the database, and leaves the folder to others. */
  close(): void;
  /** Leaves the folder to others as it is, without what is not complete. Does nothing after `close`. */
  stop(): void;
};

/** Makes the folders of a run if need be, and opens the database where one is wanted. */
export function openPatientFiles(folder: string, { csv, sqlite, events }: FileKinds): PatientFiles {
  const kinds = { csv: csv === true, sqlite: sqlite === true, events: events === true };
  for (const name of ['patients', ...(events ? ['events'] : [])]) makeFolder(join(folder, name));
  const leave = takeFolder(folder);
  let open = true;
  const database = sqlite ? openWholeFile(join(folder, 'cohort.db'), openCohortDatabase) : null;
  return {
    ...{ folder, kinds, database, resumable: !sqlite },
    wanted: Object.entries(kinds).flatMap(([kind, wanted]) => (wanted ? [kind] : [])),
    begin: () => forgetRun(folder),
    close() {
      database?.close();
      leave();
      open = false;
    },
    stop() {
      if (!open) return;
      open = false;
      database?.drop();
      forgetParts(folder, 'incomplete');
      leave();
    },
  };
}
