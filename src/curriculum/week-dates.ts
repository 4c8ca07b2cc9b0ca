import { type CalendarDate, fromDayNumber } from './calendar-date.ts';
import { type Weekday, weekdayOf } from './weekday.ts';

/** The dates of some weekdays in the seven days from a day number on, in order. Pure. */
export function weekDates(from: number, weekdays: readonly Weekday[]): CalendarDate[] {
  const days = [0, 1, 2, 3, 4, 5, 6].map((offset) => from + offset);
  return days.filter((day) => weekdays.includes(weekdayOf(day))).map(fromDayNumber);
}
