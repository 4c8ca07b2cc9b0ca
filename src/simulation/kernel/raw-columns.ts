import { ENDS } from '../ends.ts';
import type { PatientColumns, WeekCounts } from '../patient-columns.ts';

/** The counts of a patient, in the order of their columns. */
export const COUNTED = [
  'offered',
  'attended',
  'absent',
  'excused',
  'minutes',
  'negative',
  'positive',
  'missedTests',
  'longest',
  'events',
] as const;

/** The columns as generated code writes them. */
export type RawColumns = ReturnType<typeof rawColumns>;

/** Columns for some patients, all empty. */
export function rawColumns(phases: number, traits: number, count: number) {
  return {
    END: new Uint8Array(count),
    END_DAY: new Int32Array(count),
    PHASE: new Uint8Array(count),
    PHASE_ENTERED: new Int32Array(phases * count).fill(-1),
    GROUP: new Uint8Array(traits * count),
    COUNTS: new Int32Array(COUNTED.length * count),
    HASH: new Uint32Array(count),
  };
}

/** Counts by week, all zero. */
export function weekColumns(phases: number, weeks: number) {
  const counts = () => new Uint32Array(weeks);
  return {
    OCCUPANCY: new Uint32Array(phases * weeks),
    /** By end and week: patients who had ended by the beginning of that week and not of the one before. */
    ENDED: new Uint32Array(ENDS.length * weeks),
    OFFERED: counts(),
    ATTENDED: counts(),
    NEGATIVE: counts(),
    POSITIVE: counts(),
    MISSED: counts(),
  };
}

/** The columns as they are handed out. Views, not copies. */
export function patientColumns(
  raw: RawColumns,
  weeks: ReturnType<typeof weekColumns>,
  about: {
    readonly phaseIds: readonly string[];
    readonly first: number;
    readonly count: number;
    readonly stage: string;
  },
): { patients: PatientColumns; weeks: WeekCounts } {
  const { first, count, phaseIds, stage } = about;
  const slice = <A extends Int32Array | Uint8Array>(array: A, index: number): A =>
    array.subarray(index * count, (index + 1) * count) as A;
  const counted = (name: (typeof COUNTED)[number]) => slice(raw.COUNTS, COUNTED.indexOf(name));
  const groups = count === 0 ? 0 : raw.GROUP.length / count;
  const longestAbstinence = counted('longest').map((n, r) => Math.min(n * 7, raw.END_DAY[r] ?? 0));
  return {
    patients: {
      count,
      first,
      end: raw.END,
      endDay: raw.END_DAY,
      waited: new Int32Array(count),
      stage: new Uint8Array(count),
      phase: raw.PHASE,
      phaseEntered: phaseIds.map((_, p) => slice(raw.PHASE_ENTERED, p)),
      daysAtStage: [raw.END_DAY],
      offered: counted('offered'),
      attended: counted('attended'),
      absent: counted('absent'),
      excused: counted('excused'),
      minutes: counted('minutes'),
      negative: counted('negative'),
      positive: counted('positive'),
      missedTests: counted('missedTests'),
      longestAbstinence,
      earned: new Int32Array(count),
      group: Array.from({ length: groups }, (_, g) => slice(raw.GROUP, g)),
      events: counted('events'),
      hash: raw.HASH,
    },
    weeks: weekCounts(
      weeks,
      phaseIds.map((id) => `${stage}/${id}`),
    ),
  };
}

function weekCounts(weeks: ReturnType<typeof weekColumns>, phases: readonly string[]): WeekCounts {
  const length = weeks.OFFERED.length;
  const states = [...phases, 'on-leave', ...ENDS];
  const occupancy = new Uint32Array(length * states.length);
  for (let week = 0; week < length; week += 1) {
    const row = week * states.length;
    phases.forEach((_, p) => {
      occupancy[row + p] = weeks.OCCUPANCY[week * phases.length + p] ?? 0;
    });
    ENDS.forEach((_, end) => {
      const place = row + phases.length + 1 + end;
      const before = week === 0 ? 0 : (occupancy[place - states.length] ?? 0);
      occupancy[place] = before + (weeks.ENDED[end * length + week] ?? 0);
    });
  }
  return {
    weeks: length,
    states,
    occupancy,
    offered: weeks.OFFERED,
    attended: weeks.ATTENDED,
    negative: weeks.NEGATIVE,
    positive: weeks.POSITIVE,
    missedTests: weeks.MISSED,
  };
}
