import { z } from 'zod';
import { minutesOfDay, TimeOfDay } from '../time-of-day.ts';
import { WEEKDAYS, Weekday } from '../weekday.ts';

/** Hours that recur every week: from a time to a time on these weekdays; `to` at or before `from` runs into the next day. */
export const WeeklyHours = z.strictObject({
  weekdays: z.array(Weekday).min(1),
  from: TimeOfDay,
  to: TimeOfDay,
});
export type WeeklyHours = z.infer<typeof WeeklyHours>;

/** A stretch of the week in minutes after Monday midnight; `to` is not part of it. */
export type WeekSpan = { readonly from: number; readonly to: number };

const DAY = 24 * 60;
const WEEK = 7 * DAY;

/** The stretches of a week that hours stand for; what runs past Sunday midnight begins again on Monday. Pure. */
export function weekSpans(hours: readonly WeeklyHours[]): WeekSpan[] {
  return hours.flatMap(({ weekdays, from, to }) =>
    weekdays.flatMap((weekday) => {
      const start = WEEKDAYS.indexOf(weekday) * DAY + minutesOfDay(from);
      const length = (minutesOfDay(to) - minutesOfDay(from) + DAY) % DAY || DAY;
      return spanOf(start, length);
    }),
  );
}

/** The stretches of a week that so many minutes from a start take. Pure. */
export function spanOf(start: number, minutes: number): WeekSpan[] {
  const end = start + minutes;
  return end <= WEEK
    ? [{ from: start, to: end }]
    : [
        { from: start, to: WEEK },
        { from: 0, to: end - WEEK },
      ];
}

/** Whether any two stretches share a minute. Pure. */
export function spansMeet(some: readonly WeekSpan[], others: readonly WeekSpan[]): boolean {
  return some.some((one) => others.some((other) => one.from < other.to && other.from < one.to));
}

/** Whether all of the first lies inside the second. Pure. */
export function spansLieIn(some: readonly WeekSpan[], others: readonly WeekSpan[]): boolean {
  return some.every((one) => {
    let reached = one.from;
    for (const { from, to } of [...others].sort((a, b) => a.from - b.from)) {
      if (from <= reached && to > reached) reached = to;
    }
    return reached >= one.to;
  });
}
