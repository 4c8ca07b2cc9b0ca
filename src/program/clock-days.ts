import { fromDayNumber } from '../curriculum/calendar-date.ts';
import type { Clock } from '../curriculum/duration.ts';
import type { DaySpan, EpisodeContext } from './episode-context.ts';

/** The days of some stretches that lie from one day (inclusive) to another (exclusive). */
export function overlapDays(spans: readonly DaySpan[], from: number, to: number): number {
  let days = 0;
  for (const span of spans) {
    const start = Math.max(span.from, from);
    const end = Math.min(span.to ?? to, to);
    if (end > start) days += end - start;
  }
  return days;
}

/** How far a clock has run from one day to another. Wall counts all days, program those not on leave, attended those with a meeting attended. */
export function clockDays(context: EpisodeContext, clock: Clock, from: number, to: number): number {
  if (clock === 'wall') return to - from;
  if (clock === 'program') return to - from - overlapDays(context.leaves, from, to);
  return context.attendedDates.filter((day) => day >= from && day <= to).length;
}

/**
 * The day on which a clock will have run so many days since `from`, if nothing changes; null where that cannot
 * be said (the attended clock, or the program clock while the patient is on leave).
 */
export function clockReaches(
  context: EpisodeContext,
  clock: Clock,
  from: number,
  days: number,
): number | null {
  if (clock === 'wall') return from + days;
  if (clock === 'attended') return null;
  let day = from + days;
  for (const leave of context.leaves) {
    const start = Math.max(leave.from, from);
    if (start > day || (leave.to !== null && leave.to <= from)) continue;
    if (leave.to === null) return start >= day ? day : null;
    if (start < day) day += leave.to - start;
  }
  return day;
}

/**
 * How a day follows from a clock, in words: `28 program days from 2026-01-05, 4 days of leave left out: 2026-02-06`.
 * Null where `clockReaches` cannot say the day.
 */
export function clockArithmetic(
  context: EpisodeContext,
  clock: Clock,
  from: number,
  days: number,
): string | null {
  const day = clockReaches(context, clock, from, days);
  if (day === null) return null;
  const left = day - from - days;
  const leave = left > 0 ? `, ${left} ${left === 1 ? 'day' : 'days'} of leave left out` : '';
  return `${days} ${clock === 'wall' ? '' : `${clock} `}days from ${fromDayNumber(from)}${leave}: ${fromDayNumber(day)}`;
}

/** Days of the program that a patient has had by a day: since admission, without leave and without phases returned to. Null before admission. */
export function programDays(context: EpisodeContext, day: number): number | null {
  if (context.admittedOn === null || day < context.admittedOn) return null;
  const stopped = [...context.leaves, ...context.returns.flatMap((span) => withoutLeave(context, span))];
  return day - context.admittedOn - overlapDays(stopped, context.admittedOn, day);
}

/** The parts of a stretch that are not leave, so that no day is left out twice. */
function withoutLeave(context: EpisodeContext, span: DaySpan): DaySpan[] {
  let parts: DaySpan[] = [span];
  for (const leave of context.leaves) {
    parts = parts.flatMap((part) => {
      const end = part.to ?? Number.POSITIVE_INFINITY;
      const until = leave.to ?? Number.POSITIVE_INFINITY;
      if (leave.from >= end || until <= part.from) return [part];
      const before = leave.from > part.from ? [{ from: part.from, to: leave.from }] : [];
      const after = until < end ? [{ from: until, to: part.to }] : [];
      return [...before, ...after];
    });
  }
  return parts;
}

/** The day on which a patient will have had so many days of the program, if nothing changes; null while that time stands still. */
export function programReaches(context: EpisodeContext, days: number): number | null {
  const today = context.today ?? context.admittedOn;
  if (today === null || context.admittedOn === null) return null;
  const had = programDays(context, today) ?? 0;
  if (had < days) {
    const still = [...context.leaves, ...context.returns].some((span) => span.to === null);
    return still ? null : today + days - had;
  }
  for (let day = context.admittedOn; day <= today; day += 1)
    if ((programDays(context, day) ?? 0) >= days) return day;
  return today;
}

/** The program week (from 1) of a day: weeks since admission, not counting leave and phases returned to. Null before admission. */
export function programWeek(context: EpisodeContext, day: number): number | null {
  const days = programDays(context, day);
  return days === null ? null : Math.floor(days / 7) + 1;
}

/** The week (from 1) of the present phase, not counting leave. */
export function phaseWeek(context: EpisodeContext, day: number): number {
  if (context.phaseEnteredOn === null) return 1;
  return Math.floor(Math.max(0, clockDays(context, 'program', context.phaseEnteredOn, day)) / 7) + 1;
}
