import type Database from 'better-sqlite3';
import { type CaseloadTable, prepareCaseloadTable } from './caseload-table.ts';
import { type CommandTable, prepareCommandTable } from './command-table.ts';
import { type CourseTable, prepareCourseTable } from './course-table.ts';
import { type CurriculumTable, prepareCurriculumTable } from './curriculum-table.ts';
import { type DueTable, prepareDueTable } from './due-table.ts';
import { type EventTable, prepareEventTable } from './event-table.ts';
import { type HeadRow, prepareHeadRow } from './head-row.ts';
import { prepareSnapshotTable, type SnapshotTable } from './snapshot-table.ts';
import { prepareWorklistTable, type WorklistTable } from './worklist-table.ts';

/** All tables of a store, with their statements prepared on one connection. */
export type Tables = {
  readonly head: HeadRow;
  readonly events: EventTable;
  readonly snapshots: SnapshotTable;
  readonly due: DueTable;
  readonly caseload: CaseloadTable;
  readonly worklists: WorklistTable;
  readonly courses: CourseTable;
  readonly commands: CommandTable;
  readonly curricula: CurriculumTable;
};

/** Prepares the statements of all tables. */
export function prepareTables(db: Database.Database): Tables {
  return {
    head: prepareHeadRow(db),
    events: prepareEventTable(db),
    snapshots: prepareSnapshotTable(db),
    due: prepareDueTable(db),
    caseload: prepareCaseloadTable(db),
    worklists: prepareWorklistTable(db),
    courses: prepareCourseTable(db),
    commands: prepareCommandTable(db),
    curricula: prepareCurriculumTable(db),
  };
}
