import type Database from 'better-sqlite3';
import type { CaseloadQuery, CaseloadRow } from '../../engine/caseload-row.ts';
import { createQueryCache } from './query-cache.ts';

/** The table of caseload rows, one for each episode; a cache. */
export type CaseloadTable = {
  list(query: CaseloadQuery): CaseloadRow[];
  write(row: CaseloadRow): void;
  delete(episode: string): void;
};

type Stored = Omit<CaseloadRow, 'blockers' | 'monitors' | 'meetings' | 'lastTest'> & {
  readonly blockers: string;
  readonly monitors: string;
  /** Null in a row that an earlier release wrote. */
  readonly recent: string | null;
};
type Keys = Pick<CaseloadRow, 'counselor' | 'site' | 'phase' | 'endedOn'>;

const NOTHING_KEPT: Pick<CaseloadRow, 'meetings' | 'lastTest'> = { meetings: [], lastTest: null };

const SELECT = `SELECT episode, patient, counselor, site, curriculum, curriculum_version AS curriculumVersion,
  level_of_care AS levelOfCare, lifecycle, phase, week, admitted_on AS admittedOn, ended_on AS endedOn,
  last_attended_on AS lastAttendedOn, gate, blockers, monitors, next_due_on AS nextDueOn, next_due AS nextDue,
  as_of AS asOf, version, recent FROM caseload`;

/** Prepares the statements on the table `caseload`. */
export function prepareCaseloadTable(db: Database.Database): CaseloadTable {
  const select = createQueryCache<Stored>(db, SELECT, 'episode');
  const keys = db.prepare<[string], Keys>(
    'SELECT counselor, site, phase, ended_on AS endedOn FROM caseload WHERE episode = ?',
  );
  const insert = db.prepare(
    `INSERT INTO caseload (patient, curriculum, curriculum_version, level_of_care, lifecycle, week, admitted_on,
       last_attended_on, gate, blockers, monitors, next_due_on, next_due, as_of, version, recent, episode, counselor,
       site, phase, ended_on)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const update = db.prepare(
    `UPDATE caseload SET patient = ?, curriculum = ?, curriculum_version = ?, level_of_care = ?, lifecycle = ?,
       week = ?, admitted_on = ?, last_attended_on = ?, gate = ?, blockers = ?, monitors = ?, next_due_on = ?,
       next_due = ?, as_of = ?, version = ?, recent = ?
     WHERE episode = ?`,
  );
  const move = db.prepare(
    'UPDATE caseload SET counselor = ?, site = ?, phase = ?, ended_on = ? WHERE episode = ?',
  );
  const remove = db.prepare('DELETE FROM caseload WHERE episode = ?');

  return {
    list: (query) => {
      const conditions = [
        ['episode = ?', query.episode],
        ['counselor = ?', query.counselor],
        ['site = ?', query.site],
        ['phase = ?', query.phase],
        ['level_of_care = ?', query.levelOfCare],
        ['lifecycle = ?', query.lifecycle],
        ['curriculum = ?', query.curriculum],
        ['episode > ?', query.after],
        // The column is null or a date: a constant that is always true keeps one value to each condition.
        ['ended_on IS NULL AND 1 = ?', query.open === true ? 1 : undefined],
      ] as const;
      return select(conditions, query.limit).map(({ recent, ...row }) => ({
        ...row,
        ...(recent === null ? NOTHING_KEPT : (JSON.parse(recent) as typeof NOTHING_KEPT)),
        blockers: JSON.parse(row.blockers),
        monitors: JSON.parse(row.monitors),
      }));
    },
    write: (row) => {
      const { episode, counselor, site, phase, endedOn } = row;
      const values = [
        row.patient,
        row.curriculum,
        row.curriculumVersion,
        row.levelOfCare,
        row.lifecycle,
        row.week,
        row.admittedOn,
        row.lastAttendedOn,
        row.gate,
        JSON.stringify(row.blockers),
        JSON.stringify(row.monitors),
        row.nextDueOn,
        row.nextDue,
        row.asOf,
        row.version,
        JSON.stringify({ meetings: row.meetings, lastTest: row.lastTest }),
        episode,
      ];
      const old = keys.get(episode);
      if (old === undefined) {
        insert.run(...values, counselor, site, phase, endedOn);
        return;
      }
      update.run(...values);
      // Most writes leave the indexed columns as they are; only the others pay for four index entries.
      const stays =
        old.counselor === counselor && old.site === site && old.phase === phase && old.endedOn === endedOn;
      if (!stays) move.run(counselor, site, phase, endedOn, episode);
    },
    delete: (episode) => void remove.run(episode),
  };
}
