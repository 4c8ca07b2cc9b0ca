import { z } from 'zod';

const DAY = 86_400_000;

/** A clinic-local calendar date, `YYYY-MM-DD`, between 1900 and 2199. It has no time zone. */
export const CalendarDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'write a date as YYYY-MM-DD', abort: true })
  .refine(isRealDate, 'this day does not exist in the calendar (years 1900 to 2199)');
export type CalendarDate = z.infer<typeof CalendarDate>;

function isRealDate(text: string): boolean {
  const year = Number(text.slice(0, 4));
  if (year < 1900 || year > 2199) return false;
  return fromDayNumber(toDayNumber(text)) === text;
}

/** Counts days since 1970-01-01 for a calendar date. Pure; no time zone is involved. */
export function toDayNumber(date: CalendarDate): number {
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7));
  const day = Number(date.slice(8, 10));
  return Math.floor(Date.UTC(year, month - 1, day) / DAY);
}

const dateTexts = new Map<number, CalendarDate>();

/** Gives back the calendar date of a day number (days since 1970-01-01). Pure. */
export function fromDayNumber(day: number): CalendarDate {
  let text = dateTexts.get(day);
  if (text === undefined) {
    text = new Date(day * DAY).toISOString().slice(0, 10);
    if (dateTexts.size > 50_000) dateTexts.clear();
    dateTexts.set(day, text);
  }
  return text;
}

/** Moves a calendar date by a number of days. `addDays('2028-02-28', 1) //=> '2028-02-29'` */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return fromDayNumber(toDayNumber(date) + days);
}

/** Counts the days from one calendar date to another; negative when the second is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return toDayNumber(to) - toDayNumber(from);
}
