import type { AttendanceOutcome } from './counters-of.ts';

/** A meeting that has taken place for the patient, however it ended. `fact` is 0 for one without a record. */
export type PastMeeting = {
  readonly day: number;
  readonly track: number;
  readonly trackId: string;
  readonly session: number | null;
  readonly outcome: AttendanceOutcome;
  readonly fact: number;
  readonly makeUp: boolean;
  /** The minutes that the record states; absent where it states none. */
  readonly minutes?: number;
};

/** The meetings of a stage that the patient has left. */
export type EarlierStage = { readonly stage: number; readonly meetings: readonly PastMeeting[] };
