import { z } from 'zod';

/** A length of time in days or weeks of the calendar, which nothing stops. */
export const CalendarSpan = z
  .strictObject({
    days: z.int().min(0).max(3650).optional(),
    weeks: z.int().min(0).max(520).optional(),
  })
  .refine((span) => (span.days === undefined) !== (span.weeks === undefined), 'give either days or weeks');
export type CalendarSpan = z.infer<typeof CalendarSpan>;

/** The number of days in a span; a week has seven. */
export function spanDays(span: CalendarSpan): number {
  return span.days ?? (span.weeks ?? 0) * 7;
}

/** The last days of a span in words: `the last 3 days`, `the last week`. */
export function lastSpan({ days, weeks }: CalendarSpan): string {
  const [count, unit] = days === undefined ? [weeks ?? 0, 'week'] : [days, 'day'];
  return count === 1 ? `the last ${unit}` : `the last ${count} ${unit}s`;
}
