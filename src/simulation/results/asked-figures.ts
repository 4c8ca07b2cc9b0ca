import { stepOn } from '../statistics/kaplan-meier.ts';
import type { GroupResult } from './cohort-result.ts';
import type { Figures } from './figures.ts';
import type { WeekResult } from './week-result.ts';

const PATTERN = /^(retention|retention\.week|attendance\.week|tests-negative\.week)\.(\d{1,4})$/;

/** Whether a figure is one that a cohort has on any day or week, though it is told only where it is asked for. */
export function isAskedFigure(name: string): boolean {
  return PATTERN.test(name);
}

/**
 * The figures of a cohort that depend on a day or a week and are told where they are asked for: `retention.<day>`,
 * `retention.week.<week>` (at its end), `attendance.week.<week>` (from 1; share of the sessions offered in it), `tests-negative.week.<week>` (share of the tests given in
 * it). Null beyond the horizon, and where there was none. Other names are left out.
 */
export function askedFigures(
  { retention, horizonDays }: GroupResult,
  weeks: readonly WeekResult[],
  names: readonly string[],
): Figures {
  const one = (kind: string, at: number): number | null => {
    const day = kind === 'retention' ? at : at * 7;
    if (kind.startsWith('retention'))
      return day > horizonDays ? null : (stepOn(retention.curve, day)?.survival ?? 1);
    const week = weeks[at - 1];
    if (week === undefined || at * 7 > horizonDays + 6) return null;
    if (kind === 'attendance.week') return share(week.attended, week.offered);
    return share(week.negative, week.negative + week.positive);
  };
  return Object.fromEntries(
    names.flatMap((name) => {
      const [, kind, at] = PATTERN.exec(name) ?? [];
      return kind === undefined ? [] : [[name, one(kind, Number(at))]];
    }),
  );
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
