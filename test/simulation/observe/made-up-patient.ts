import * as fc from 'fast-check';
import { ENDS } from '../../../src/simulation/ends.ts';
import type { ObservedPatient } from '../../../src/simulation/observe/observed-patient.ts';

/** Any patient with three phases at two stages, with small and large numbers. */
export const anyPatient: fc.Arbitrary<ObservedPatient> = fc
  .record({
    end: fc.constantFrom(...ENDS),
    endDay: fc.integer({ min: 0, max: 120 }),
    depth: fc.integer({ min: 1, max: 3 }),
    returnedAfter: fc.option(fc.integer({ min: 1, max: 30 }), { freq: 3 }),
    counts: fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 11, maxLength: 11 }),
  })
  .map(({ end, endDay, depth, counts, returnedAfter }) =>
    patientOf(end, endDay, depth, counts, returnedAfter),
  );

/** A patient who was in the first phases for equal parts of a stay. */
export function patientOf(
  end: (typeof ENDS)[number],
  endDay: number,
  depth = 1,
  counts: readonly number[] = [],
  returnedAfter: number | null = null,
): ObservedPatient {
  const at = (i: number) => counts[i] ?? 0;
  const weeks = Array.from({ length: Math.ceil((endDay + 1) / 7) }, (_, w) => (at(1) + w) % 4);
  return {
    ...{ end, endDay, stage: depth > 2 ? 1 : 0, returnedAfter },
    route: Array.from({ length: depth }, (_, phase) => ({
      phase,
      day: Math.floor((endDay * phase) / depth),
    })),
    daysAtStage: [endDay, depth > 2 ? 5 : 0],
    amounts: {
      ...{ waited: at(0), offered: at(1), attended: at(2), absent: at(3), excused: at(4), minutes: at(5) },
      ...{ negative: at(6), positive: at(7), missedTests: at(8), longestAbstinence: at(9), earned: at(10) },
    },
    weeks: { offered: weeks, attended: weeks, negative: weeks, positive: weeks, missedTests: weeks },
  };
}

/** The names of the columns of those patients. */
export const ABOUT = { stages: ['iop', 'op'], phases: ['a', 'b', 'c'], horizonDays: 120 };
