import { type CalendarDate, fromDayNumber, toDayNumber } from './calendar-date.ts';
import type { Curriculum } from './curriculum.ts';
import { lastProgramWeek } from './last-program-week.ts';
import { weekDates } from './week-dates.ts';

/** One week of mutual-help meetings: the dates on which the program asks for them, and how many it wants. */
export type PublishedMutualHelp = {
  readonly week: number;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly days: readonly CalendarDate[];
  readonly perWeek: number | null;
};

/**
 * The mutual-help days of the published program for a patient who is admitted on `start`, week by week. Pure.
 *
 * Empty where the curriculum has no such policy. Without days, any day will do; without a number, none is asked for.
 */
export function publishedMutualHelp(curriculum: Curriculum, start: CalendarDate): PublishedMutualHelp[] {
  const policy = curriculum.policies?.mutualHelp;
  if (policy === undefined) return [];
  const first = toDayNumber(start);
  return Array.from({ length: lastProgramWeek(curriculum) }, (_, index) => {
    const from = first + index * 7;
    return {
      week: index + 1,
      from: fromDayNumber(from),
      to: fromDayNumber(from + 6),
      days: weekDates(from, policy.days ?? []),
      perWeek: policy.perWeek ?? null,
    };
  });
}
