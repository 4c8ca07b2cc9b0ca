import { clockDays } from './clock-days.ts';
import type { EpisodeContext } from './episode-context.ts';

/** The fewest days-noted in any of the last weeks, counted back from today on the program clock. Null before admission. */
export function fewestAWeek(context: EpisodeContext, counter: number, weeks: number): number | null {
  const { today, admittedOn } = context;
  if (today === null || admittedOn === null) return null;
  const now = clockDays(context, 'program', admittedOn, today);
  const counts = Array.from({ length: weeks }, () => 0);
  for (const day of context.counters[counter] as readonly number[]) {
    if (day < admittedOn) continue;
    const week = Math.floor((now - clockDays(context, 'program', admittedOn, day)) / 7);
    if (week < weeks) counts[week] = (counts[week] ?? 0) + 1;
  }
  return Math.min(...counts);
}
