import type { CaseloadRow } from '../../engine/caseload-row.ts';

/** One count of the census. `episodes` is null for a count that is too small to be told. */
export type CensusLine = {
  readonly curriculum: string;
  readonly levelOfCare: string;
  readonly phase: string | null;
  readonly lifecycle: string;
  readonly episodes: number | null;
};

/** The smallest count that is told of patients to those who may know none: 11, as in the cell size policy of CMS. */
export const SMALLEST_TOLD = 11;

/** Counts episodes by curriculum, level, phase and lifecycle; `guarded` leaves counts from 1 to 10 untold. Pure. */
export function censusOf(rows: readonly CaseloadRow[], guarded: boolean): CensusLine[] {
  const groups = Map.groupBy(rows, ({ curriculum, levelOfCare, phase, lifecycle }) =>
    JSON.stringify([curriculum, levelOfCare, phase, lifecycle]),
  );
  return [...groups.values()]
    .flatMap((group) => {
      const row = group[0];
      if (row === undefined) return [];
      const { curriculum, levelOfCare, phase, lifecycle } = row;
      const told = !guarded || group.length >= SMALLEST_TOLD;
      return [{ curriculum, levelOfCare, phase, lifecycle, episodes: told ? group.length : null }];
    })
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}
