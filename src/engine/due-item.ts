import type { CalendarDate } from '../curriculum/calendar-date.ts';
import type { DueKind } from './due-row.ts';

/** Something that falls due for an episode: work for a person, or a day on which the clock has something to look at. */
export type DueItem = {
  readonly item: string;
  readonly kind: DueKind;
  readonly dueOn: CalendarDate;
  readonly work: boolean;
  readonly title: string;
  readonly role: string;
  /** How the date follows from a clock, in words, where it does. */
  readonly because?: string;
};
