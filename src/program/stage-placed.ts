import type { CalendarDate } from '../curriculum/calendar-date.ts';

/**
 * That a patient came to a stage of a pathway on a day because another version of it had moved him there. It is never
 * recorded: a migration makes it from the moves under the version before. No criterion is asked and nothing is flagged.
 */
export type StagePlaced = {
  readonly type: 'StagePlaced';
  readonly on: CalendarDate;
  readonly at?: string;
  readonly by: string;
  readonly reason?: string;
  readonly stage: string;
  readonly cycleStarts?: Readonly<Record<string, CalendarDate>>;
};
