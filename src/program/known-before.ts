import type { CalendarDate } from '../curriculum/calendar-date.ts';
import type { Intake } from '../curriculum/intake/intake.ts';

/** What is known of a patient before the admission, with the numbers and the days of the facts that say so. */
export type KnownBefore = {
  /** The day of the admission or the move that is asked about, by which scores are too old or not; without it none is. */
  readonly asOf?: CalendarDate;
  readonly intake: { readonly value: Intake; readonly fact: number; readonly on?: CalendarDate } | null;
  /** The latest score of each instrument, of an assessment. */
  readonly scores: ReadonlyMap<
    string,
    { readonly score: number; readonly fact: number; readonly on: CalendarDate }
  >;
};
