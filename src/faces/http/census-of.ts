import type { CaseloadRow } from '../../engine/caseload-row.ts';
import { toldCounts } from './told-counts.ts';

/** One count of the census. `episodes` is null for a count that is not told. */
export type CensusLine = {
  readonly curriculum: string;
  readonly levelOfCare: string;
  readonly phase: string | null;
  readonly lifecycle: string;
  readonly episodes: number | null;
};

/**
 * Counts episodes by curriculum, level, phase and lifecycle. `guarded` leaves counts from 1 to 10 untold, and others from which one of them could
 * be computed: how many of a curriculum completed, left before, are in treatment or not admitted yet is taken as known from elsewhere. Pure.
 */
export function censusOf(rows: readonly CaseloadRow[], guarded: boolean): CensusLine[] {
  const groups = Map.groupBy(rows, ({ curriculum, levelOfCare, phase, lifecycle }) =>
    JSON.stringify([curriculum, levelOfCare, phase, lifecycle]),
  );
  const lines = [...groups.values()].flatMap((group) => {
    const row = group[0];
    if (row === undefined) return [];
    const { curriculum, levelOfCare, phase, lifecycle } = row;
    return [
      { of: totalOf(row), line: { curriculum, levelOfCare, phase, lifecycle, episodes: group.length } },
    ];
  });
  const counts = [...Map.groupBy(lines, ({ of }) => of).values()].flatMap((one) => {
    const told = guarded ? toldCounts(one.map(({ line }) => line.episodes)) : null;
    return one.map(({ line }, at) => ({ ...line, episodes: told?.[at] === false ? null : line.episodes }));
  });
  return counts.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** The total among whose parts an episode is counted. */
function totalOf({ curriculum, lifecycle, admittedOn }: CaseloadRow): string {
  const ended = lifecycle === 'graduated' || lifecycle === 'discharged';
  return JSON.stringify([curriculum, ended ? lifecycle : admittedOn === null ? 'before' : 'in treatment']);
}

function keyOf({ curriculum, levelOfCare, phase, lifecycle }: CensusLine): string {
  return JSON.stringify([curriculum, levelOfCare, phase, lifecycle]);
}
