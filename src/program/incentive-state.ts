/** How far a patient has come with one kind of reward. Whole numbers; it follows from the facts and nothing else. */
export type IncentiveState = {
  /** Rewards in a row on which the present amount rests. */
  readonly rung: number;
  /** Rewards in a row since the start or the last reset. */
  readonly run: number;
  /** The rung before the last reset, until it is restored; 0 where there is nothing to restore. */
  readonly lost: number;
  readonly rewards: number;
  /** Cents, draws or pieces. */
  readonly earned: number;
  /** Cents, draws or pieces that were handed over. */
  readonly given: number;
  /** Cents that draws brought. */
  readonly won: number;
  /** Positive tests that do not say for what, where only some substances count. */
  readonly undecided: number;
  /** The program week of the last reward, and the rewards in it. */
  readonly week: number;
  readonly inWeek: number;
  /** The calendar year of the last reward, and what was earned in it. */
  readonly year: number;
  readonly inYear: number;
  /** The day of the last success or failure; null before. */
  readonly lastOn: number | null;
};

/** Before anything is earned. */
export const NO_REWARDS: IncentiveState = {
  rung: 0,
  run: 0,
  lost: 0,
  rewards: 0,
  earned: 0,
  given: 0,
  won: 0,
  undecided: 0,
  week: 0,
  inWeek: 0,
  year: 0,
  inYear: 0,
  lastOn: null,
};
