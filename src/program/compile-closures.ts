import { toDayNumber } from '../curriculum/calendar-date.ts';
import type { Closure } from '../curriculum/closure.ts';
import type { PlanClosure } from './plan-dose.ts';

/** Closures as day numbers, in order. Pure. */
export function compileClosures(closures: readonly Closure[] = []): PlanClosure[] {
  return closures
    .map(({ from, to, title }) => ({ from: toDayNumber(from), to: toDayNumber(to ?? from), title }))
    .sort((a, b) => a.from - b.from || a.to - b.to);
}
