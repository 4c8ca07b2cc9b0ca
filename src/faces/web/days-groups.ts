import type { AgendaEntry } from '../../engine/agenda.ts';
import type { CaseloadRow } from '../../engine/caseload-row.ts';
import type { Engine } from '../../engine/engine.ts';

/** One place on a roster: a patient, and what is recorded of him at this meeting already. */
export type RosterRow = {
  readonly row: CaseloadRow;
  readonly entry: AgendaEntry;
  readonly recorded: string | null;
  /** The entry that a correction names; null where nothing is recorded. */
  readonly fact: number | null;
};

/** A meeting of a day with those who are expected: patients whose own calendars have the same track at the same time. */
export type DaysGroup = {
  readonly id: string;
  readonly track: string;
  readonly title: string;
  readonly start: string;
  readonly minutes: number;
  readonly rows: readonly RosterRow[];
};

/** The meetings of a day, in the order of the clock, from the calendars of patients. */
export async function daysGroups(
  engine: Engine,
  patients: readonly CaseloadRow[],
  day: string,
): Promise<DaysGroup[]> {
  const found = await Promise.all(
    patients.map(async (row) => {
      if (row.admittedOn === null || row.admittedOn > day) return [];
      const entries = await engine.agenda(row.episode, { from: day, days: 1 });
      if (entries.length === 0) return [];
      const history = entries.some(({ recorded }) => recorded)
        ? await engine.exportEpisode(row.episode)
        : null;
      return entries.map((entry): RosterRow => {
        const met = history?.meetings.find(
          ({ on, track, fact }) => on === day && track === entry.track && fact !== null,
        );
        return {
          row,
          entry,
          recorded: entry.recorded ? (met?.outcome ?? 'recorded') : null,
          fact: met?.fact ?? null,
        };
      });
    }),
  );
  const groups = Map.groupBy(found.flat(), ({ entry }) => `${entry.start} ${entry.track}`);
  return [...groups]
    .map(([id, rows]) => {
      const { track, trackTitle, start, minutes } = rows[0]!.entry;
      return { id, track, title: trackTitle, start, minutes, rows };
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
