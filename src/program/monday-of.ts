import { weekdayIndex } from '../curriculum/weekday.ts';

/** The Monday (a day number) of the calendar week in which a day lies. Pure. */
export function mondayOf(day: number): number {
  return day - weekdayIndex(day);
}
