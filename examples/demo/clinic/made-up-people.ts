import type { AgendaEntry } from '../../../src/index.ts';
import type { DemoPatient } from '../patients.ts';

/** A made-up patient of the clinic: how he behaves, when he came, to what, and whose he is. */
export type ClinicPatient = DemoPatient & {
  readonly curriculum: string;
  readonly counselor: string;
  /** Days from the first day of the demonstration to the admission. */
  readonly startsAfter: number;
  /** Weeks since admission in which he is away on a planned leave. */
  readonly leave: readonly [from: number, to: number] | null;
};

const COUNSELORS = ['kim', 'lee', 'sam'];
const CURRICULA = ['matrix-iop', 'matrix-iop', 'matrix-iop', 'generic-iop', 'outpatient-weekly'];

/** A number from 0 to 1 that depends on its seeds alone, so that the clinic is the same each time. */
function chance(...seeds: readonly number[]): number {
  let state = 2166136261;
  for (const seed of seeds) state = Math.imul(state ^ seed, 16777619) >>> 0;
  state = Math.imul(state ^ (state >>> 15), 2246822507) >>> 0;
  return ((state ^ (state >>> 13)) >>> 0) / 4294967296;
}

/** The patients of the clinic, who come one after the other over so many days. */
export function madeUpPeople(count: number, days: number): ClinicPatient[] {
  return Array.from({ length: count }, (_, index): ClinicPatient => {
    const number = index + 1;
    const reliable = 0.72 + 0.26 * chance(number, 1);
    const usesInWeek = chance(number, 2) < 0.3 ? 2 + Math.floor(8 * chance(number, 3)) : null;
    const leavesAt = 6 + Math.floor(10 * chance(number, 4));
    const goneFrom =
      chance(number, 11) < 0.22 ? 3 + Math.floor(14 * chance(number, 12)) : Number.POSITIVE_INFINITY;
    const attends = ({ date, track }: AgendaEntry, week: number) => {
      if (week >= goneFrom) return 'absent';
      const dice = chance(number, 5, week, Number(date.replaceAll('-', '')), track.length);
      if (dice < reliable) return 'attended';
      return chance(number, 6, week, track.length) < 0.35 ? 'excused' : 'absent';
    };
    return {
      episode: `clinic-${String(number).padStart(2, '0')}`,
      patient: `p-${200 + number}`,
      title: `Patient ${number}`,
      weeks: 60,
      attends,
      test: (week) =>
        week >= goneFrom
          ? null
          : usesInWeek !== null && week - usesInWeek >= 0 && week - usesInWeek < 2
            ? 'positive'
            : 'negative',
      usesInWeek,
      reachable: goneFrom === Number.POSITIVE_INFINITY,
      curriculum: CURRICULA[Math.floor(CURRICULA.length * chance(number, 8))] ?? 'matrix-iop',
      counselor: COUNSELORS[index % COUNSELORS.length] ?? 'kim',
      startsAfter: Math.floor((days * index) / count) + Math.floor(3 * chance(number, 9)),
      leave: chance(number, 10) < 0.15 ? [leavesAt, leavesAt + 2] : null,
    };
  });
}
