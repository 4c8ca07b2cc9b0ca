/**
 * What came of a run of simulated patients, one row each, in columns. Days count from a patient's admission (day 0);
 * −1 stands for never. Integers only, so that shards merge to the bit in any order.
 */
export type PatientColumns = {
  /** Number of rows. */
  readonly count: number;
  /** The number of the first patient; row r is patient `first + r`. */
  readonly first: number;
  /** Index into `ENDS`: a discharge reason, `graduated`, or `in-treatment` at the horizon. */
  readonly end: Uint8Array;
  /** Day of the end, or of the horizon for one who is still in treatment. */
  readonly endDay: Int32Array;
  /** Days on a waiting list before admission. */
  readonly waited: Int32Array;
  /** Index of the stage (level of care) and of the phase in which the patient was last. */
  readonly stage: Uint8Array;
  readonly phase: Uint8Array;
  /** `phaseEntered[p][r]`: first day in phase p of the last stage. */
  readonly phaseEntered: readonly Int32Array[];
  /** `daysAtStage[s][r]`: days spent at stage s. */
  readonly daysAtStage: readonly Int32Array[];
  readonly offered: Int32Array;
  readonly attended: Int32Array;
  readonly absent: Int32Array;
  readonly excused: Int32Array;
  readonly minutes: Int32Array;
  readonly negative: Int32Array;
  readonly positive: Int32Array;
  readonly missedTests: Int32Array;
  /** Longest run of days without use, in days. */
  readonly longestAbstinence: Int32Array;
  /** Incentives earned, in cents. */
  readonly earned: Int32Array;
  /**
   * Days from the first discharge to the first return into the same episode; −1 for one who did not come back. Absent where nobody can, or where it is
   * not told.
   */
  readonly returnedAfter?: Int32Array;
  /** Trait values as indexes into the scenario's groups: `group[g][r]`. */
  readonly group: readonly Uint8Array[];
  /** Events recorded for the patient. */
  readonly events: Int32Array;
  /** FNV-1a over the patient's events, state and counters, to compare executions to the bit. */
  readonly hash: Uint32Array;
};

/**
 * Counts by week since admission (row) and state, over patients; additive over shards.
 * `occupancy[week * states + state]` counts patients in treatment at the beginning of the week.
 */
export type WeekCounts = {
  readonly weeks: number;
  /** Names of the states: phases (`stage/phase`), then `on-leave`, then each of `ENDS`. */
  readonly states: readonly string[];
  readonly occupancy: Uint32Array;
  readonly offered: Uint32Array;
  readonly attended: Uint32Array;
  readonly negative: Uint32Array;
  readonly positive: Uint32Array;
  readonly missedTests: Uint32Array;
};
