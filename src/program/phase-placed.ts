import type { CalendarDate } from '../curriculum/calendar-date.ts';

/**
 * That a patient is in a phase from a day on because another version of his curriculum had decided so. It is never
 * recorded: a migration makes it from the stays under the version before. No gate is asked and nothing is flagged.
 */
export type PhasePlaced = {
  readonly type: 'PhasePlaced';
  readonly on: CalendarDate;
  readonly at?: string;
  readonly by: string;
  readonly reason?: string;
  readonly to: string;
  /** True where the patient was sent back to it. */
  readonly returned: boolean;
  /** Place among the stays of the version before, from 0; the first one begins with the admission. */
  readonly turn: number;
  /** On the day of a move between levels of care: the stage whose phase it is. */
  readonly forStage?: string;
};
