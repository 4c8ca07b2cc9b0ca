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

/** Patients that are simulated before their rows are taken over. */
export const SHARD = 4096;

/** The most weeks that are counted: twenty years. */
export const MOST_WEEKS = 1044;

/** The arrays that generated code writes, with their lengths; columns are for a shard of patients. */
export function resultArrays(phases: number, traits: number, stages = 1): Record<string, number> {
  return {
    END: SHARD,
    END_DAY: SHARD,
    PHASE: SHARD,
    HASH: SHARD,
    PHASE_ENTERED: phases * SHARD,
    GROUP: Math.max(1, traits) * SHARD,
    COUNTS: COUNTED.length * SHARD,
    STAGE: SHARD,
    EARNED: SHARD,
    /** Days from the first discharge to the first return; −1 for none. */
    RETURNED: SHARD,
    STAGE_DAYS: stages * SHARD,
    OCCUPANCY: phases * MOST_WEEKS,
    ON_LEAVE: MOST_WEEKS,
    /** By end and week: patients who had ended by the beginning of that week and not of the one before. */
    ENDED: ENDS.length * MOST_WEEKS,
    OFFERED: MOST_WEEKS,
    ATTENDED: MOST_WEEKS,
    NEGATIVE: MOST_WEEKS,
    POSITIVE: MOST_WEEKS,
    MISSED: MOST_WEEKS,
  };
}

type Arrays = Readonly<Record<string, Int32Array>>;

/** Empty columns for some patients. */
export function emptyColumns(
  phases: number,
  traits: number,
  stages: number,
  first: number,
  count: number,
  returns = false,
) {
  const numbers = () => new Int32Array(count);
  const bytes = () => new Uint8Array(count);
  return {
    count,
    first,
    end: bytes(),
    endDay: numbers(),
    waited: numbers(),
    stage: bytes(),
    phase: bytes(),
    phaseEntered: Array.from({ length: phases }, numbers),
    daysAtStage: Array.from({ length: stages }, numbers),
    offered: numbers(),
    attended: numbers(),
    absent: numbers(),
    excused: numbers(),
    minutes: numbers(),
    negative: numbers(),
    positive: numbers(),
    missedTests: numbers(),
    longestAbstinence: numbers(),
    earned: numbers(),
    ...(returns ? { returnedAfter: numbers() } : {}),
    group: Array.from({ length: traits }, bytes),
    events: numbers(),
    hash: new Uint32Array(count),
  } satisfies PatientColumns;
}

/** Takes the rows of a shard of `count` patients over into columns, from row `at` on. */
export function takeShard(
  columns: ReturnType<typeof emptyColumns>,
  arrays: Arrays,
  at: number,
  count: number,
): void {
  const of = (name: string, nth = 0) => (arrays[name] as Int32Array).subarray(nth * count, (nth + 1) * count);
  columns.end.set(of('END'), at);
  columns.endDay.set(of('END_DAY'), at);
  if (columns.daysAtStage.length === 1) columns.daysAtStage[0]?.set(of('END_DAY'), at);
  else {
    columns.stage.set(of('STAGE'), at);
    columns.daysAtStage.forEach((column, s) => {
      column.set(of('STAGE_DAYS', s), at);
    });
  }
  columns.phase.set(of('PHASE'), at);
  columns.hash.set(of('HASH'), at);
  columns.earned.set(of('EARNED'), at);
  columns.returnedAfter?.set(of('RETURNED'), at);
  columns.phaseEntered.forEach((column, p) => {
    column.set(of('PHASE_ENTERED', p), at);
  });
  columns.group.forEach((column, g) => {
    column.set(of('GROUP', g), at);
  });
  COUNTED.forEach((name, i) => {
    if (name !== 'longest') columns[name].set(of('COUNTS', i), at);
  });
  const longest = of('COUNTS', COUNTED.indexOf('longest'));
  const days = of('END_DAY');
  for (let r = 0; r < count; r += 1)
    columns.longestAbstinence[at + r] = Math.min(longest[r] as number, days[r] as number);
}

/** The counts by week of all that was simulated since the arrays were last cleared. */
export function weekCounts(arrays: Arrays, weeks: number, phases: readonly string[]): WeekCounts {
  const states = [...phases, 'on-leave', ...ENDS];
  const occupancy = new Uint32Array(weeks * states.length);
  const at = (name: string, place: number) => (arrays[name] as Int32Array)[place] ?? 0;
  for (let week = 0; week < weeks; week += 1) {
    const row = week * states.length;
    phases.forEach((_, p) => {
      occupancy[row + p] = at('OCCUPANCY', week * phases.length + p);
    });
    occupancy[row + phases.length] = at('ON_LEAVE', week);
    ENDS.forEach((_, end) => {
      const place = row + phases.length + 1 + end;
      const before = week === 0 ? 0 : (occupancy[place - states.length] ?? 0);
      occupancy[place] = before + at('ENDED', end * weeks + week);
    });
  }
  const counts = (name: string) => Uint32Array.from((arrays[name] as Int32Array).subarray(0, weeks));
  return {
    weeks,
    states,
    occupancy,
    offered: counts('OFFERED'),
    attended: counts('ATTENDED'),
    negative: counts('NEGATIVE'),
    positive: counts('POSITIVE'),
    missedTests: counts('MISSED'),
  };
}
