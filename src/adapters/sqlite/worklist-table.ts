import type Database from 'better-sqlite3';
import type { WorklistRow, WorklistSelection } from '../../engine/worklists/worklist-row.ts';

/** The table of worklists, at most one row for each list of an episode; a cache. */
export type WorklistTable = {
  list(selection: WorklistSelection): WorklistRow[];
  /** The rows of an episode in all lists. */
  ofEpisode(episode: string): WorklistRow[];
  /** Makes the rows of an episode these; rows that are there already and the same are not touched. */
  replace(episode: string, rows: readonly WorklistRow[]): void;
};

const COLUMNS = `episode, list, since, patient, counselor, site, phase, level_of_care AS levelOfCare, curriculum, why, next`;
/** The filters with their columns and indexes, the most selective first. An index also holds the columns of the filters behind it. */
const FILTERS = [
  ['counselor', 'counselor', 'worklist_of_a_counselor'],
  ['site', 'site', 'worklist_of_a_site'],
  ['phase', 'phase', 'worklist_of_a_phase'],
  ['levelOfCare', 'level_of_care', 'worklist_of_a_level'],
  ['curriculum', 'curriculum', 'worklist_for_everyone'],
] as const;

/** Prepares the statements on the table `worklist`. */
export function prepareWorklistTable(db: Database.Database): WorklistTable {
  const prepared = new Map<string, Database.Statement<unknown[], WorklistRow>>();
  const ofEpisode = db.prepare<[string], WorklistRow>(`SELECT ${COLUMNS} FROM worklist WHERE episode = ?`);
  const remove = db.prepare('DELETE FROM worklist WHERE episode = ? AND list = ?');
  const write = db.prepare(
    `INSERT INTO worklist (episode, list, since, patient, counselor, site, phase, level_of_care, curriculum, why, next)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (episode, list) DO UPDATE
     SET since = excluded.since, patient = excluded.patient, counselor = excluded.counselor, site = excluded.site,
         phase = excluded.phase, level_of_care = excluded.level_of_care, curriculum = excluded.curriculum,
         why = excluded.why, next = excluded.next`,
  );
  return {
    list: (selection) => {
      const { list, upTo, after, limit } = selection;
      const asked = FILTERS.filter(([field]) => selection[field] !== undefined);
      const where = ['list = ?', ...asked.map(([, column]) => `${column} = ?`), 'since <= ?'];
      if (after !== undefined) where.push('(since, episode) > (?, ?)');
      const sql = where.join(' AND ');
      let statement = prepared.get(sql);
      if (statement === undefined) {
        // The index alone decides which rows make the page; only those are then fetched.
        const index = asked[0]?.[2] ?? 'worklist_for_everyone';
        statement = db.prepare(
          `SELECT ${COLUMNS} FROM worklist JOIN (
             SELECT episode AS found FROM worklist INDEXED BY ${index} WHERE ${sql} ORDER BY since, episode LIMIT ?
           ) ON episode = found WHERE list = ? ORDER BY since, episode`,
        );
        prepared.set(sql, statement);
      }
      const behind = after === undefined ? [] : [after.since, after.episode];
      return statement.all(list, ...asked.map(([field]) => selection[field]), upTo, ...behind, limit, list);
    },
    ofEpisode: (episode) => ofEpisode.all(episode),
    replace: (episode, rows) => {
      const before = new Map(ofEpisode.all(episode).map((row) => [row.list, row]));
      for (const row of rows) {
        const old = before.get(row.list);
        before.delete(row.list);
        if (old !== undefined && same(old, row)) continue;
        const { list, since, patient, counselor, site, phase, levelOfCare, curriculum, why, next } = row;
        write.run(episode, list, since, patient, counselor, site, phase, levelOfCare, curriculum, why, next);
      }
      for (const list of before.keys()) remove.run(episode, list);
    },
  };
}

function same(old: WorklistRow, row: WorklistRow): boolean {
  return (Object.keys(row) as (keyof WorklistRow)[]).every((field) => old[field] === row[field]);
}
