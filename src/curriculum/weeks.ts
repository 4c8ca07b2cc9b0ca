import { z } from 'zod';

/** An inclusive run of program weeks; week 1 begins on the first day. */
export type WeekRange = { readonly from: number; readonly to: number };

const TEXT = /^\s*\d{1,3}\s*(-\s*\d{1,3}\s*)?(,\s*\d{1,3}\s*(-\s*\d{1,3}\s*)?)*$/;

/**
 * Weeks as an author writes them: `3`, `1-16`, `"1, 5, 16"` or `[1, 5, 16]`.
 * Week 1 is days 1 to 7. At most week 999.
 */
export const Weeks = z.union(
  [
    z.int().min(1).max(999),
    z
      .string()
      .max(4000, { error: 'write runs of weeks, such as 1-16', abort: true })
      .regex(TEXT, { error: 'write weeks as 1-16, or 1, 5, 16', abort: true })
      .refine(runsForward, 'a run of weeks goes upwards from week 1, as in 1-16'),
    z.array(z.int().min(1).max(999)).min(1).max(999),
  ],
  { error: 'write weeks as a number, a run such as 1-16, or a list such as [1, 5, 16]' },
);
export type Weeks = z.infer<typeof Weeks>;

function runsForward(text: string): boolean {
  return weekRanges(text).every((range) => range.from >= 1 && range.to >= range.from);
}

/** The runs of weeks that an author's `weeks` stands for, in the order written. */
export function weekRanges(weeks: Weeks): WeekRange[] {
  if (typeof weeks === 'number') return [{ from: weeks, to: weeks }];
  if (typeof weeks !== 'string') return weeks.map((week) => ({ from: week, to: week }));
  return weeks.split(',').map((part) => {
    const [from, to] = part.split('-').map((side) => Number(side.trim()));
    return { from: from ?? 0, to: to ?? from ?? 0 };
  });
}

/** The first and last week that `weeks` covers. */
export function weekSpan(weeks: Weeks): WeekRange {
  const ranges = weekRanges(weeks);
  return { from: Math.min(...ranges.map((r) => r.from)), to: Math.max(...ranges.map((r) => r.to)) };
}
