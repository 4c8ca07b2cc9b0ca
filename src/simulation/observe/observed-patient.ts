import type { End } from '../ends.ts';

/** The amounts that are read from a real episode, as the columns of simulated patients name them. */
export const OBSERVED_AMOUNTS = [
  'waited',
  'offered',
  'attended',
  'absent',
  'excused',
  'minutes',
  'negative',
  'positive',
  'missedTests',
  'longestAbstinence',
  'earned',
] as const;

/** The counts of each week that are read from a real episode. */
export const OBSERVED_WEEKS = ['offered', 'attended', 'negative', 'positive', 'missedTests'] as const;

/**
 * What a real episode came to, in the terms of simulated patients: days count from the admission, day 0. There is no name, no
 * number and no date in it.
 */
export type ObservedPatient = {
  readonly end: End;
  /** Day of the end; for one in treatment, the last day that was looked at. */
  readonly endDay: number;
  /** Phases by index in the order of entry, with the day; one that was entered again stands there again. */
  readonly route: readonly { readonly phase: number; readonly day: number }[];
  /** Days from the first discharge to the first return into the same episode; null for one who did not come back. */
  readonly returnedAfter: number | null;
  /** Index of the last stage, and days at each. */
  readonly stage: number;
  readonly daysAtStage: readonly number[];
  readonly amounts: Readonly<Record<(typeof OBSERVED_AMOUNTS)[number], number>>;
  /** Counts by week since admission. */
  readonly weeks: Readonly<Record<(typeof OBSERVED_WEEKS)[number], readonly number[]>>;
};
