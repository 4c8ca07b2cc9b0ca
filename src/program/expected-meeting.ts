/** A meeting of a patient's own calendar. `session` is null where the topic is still to be chosen. */
export type ExpectedMeeting = {
  readonly day: number;
  readonly track: number;
  readonly session: number | null;
  readonly start: string;
  readonly minutes: number;
};
