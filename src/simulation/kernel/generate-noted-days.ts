import type { Plan, PlanQuantity } from '../../program/plan.ts';
import { type KernelScope, programDays } from './kernel-scope.ts';
import { MOST_WEEKS } from './raw-columns.ts';

type FewestAWeek = Extract<PlanQuantity, { quantity: 'fewest-a-week' }>;

/** By counter of days: how many weeks back something looks at it. */
export function notedWeeks({ criteria }: Plan): ReadonlyMap<number, number> {
  const weeks = new Map<number, number>();
  for (const node of criteria)
    if (node.node === 'compare' && node.quantity.quantity === 'fewest-a-week') {
      const { counter, weeks: back } = node.quantity;
      weeks.set(counter, Math.max(back, weeks.get(counter) ?? 0));
    }
  return weeks;
}

/** The arrays of the days that are noted: by day of the program, how many up to then, after as many places as something looks back. */
export function notedTables({ plan, kept }: KernelScope): Record<string, Int32Array> {
  const each = [...notedWeeks(plan)].filter(([counter]) => kept.has(counter));
  return Object.fromEntries(
    each.map(([counter, weeks]) => [`NOTED${counter}`, new Int32Array((MOST_WEEKS + weeks) * 7 + 1)]),
  );
}

/** The local variables of days that are noted: the last place that was written. */
export function notedLocals({ plan, kept }: KernelScope): readonly string[] {
  const each = [...notedWeeks(plan).keys()].filter((counter) => kept.has(counter));
  return each.length === 0 ? [] : ['nq', ...each.map((counter) => `nf${counter}`)];
}

/** Statements before any day is noted. */
export function generateNoneNoted({ plan, kept }: KernelScope): string {
  return [...notedWeeks(plan)]
    .flatMap(([counter, weeks]) => (kept.has(counter) ? [`nf${counter} = ${weeks * 7 - 1};`] : []))
    .join(' ');
}

/** Statements that note today in a counter of days. */
export function generateNote(scope: KernelScope, counter: number): string {
  const weeks = notedWeeks(scope.plan).get(counter);
  const count = `n${counter} = n${counter} + 1 | 0;`;
  if (weeks === undefined) return count;
  const last = `nf${counter}`;
  const array = `NOTED${counter}`;
  return `${count} nq = ${programDays(scope, 'today')} + ${weeks * 7} | 0; for (; ${last} < nq; ) { ${last} = ${last} + 1 | 0; ${array}[${last}] = ${array}[${last} - 1]; } ${array}[nq] += 1;`;
}

/** The expressions of how many days were noted in each of the last weeks before the day in the variable `day`: the same as `fewestAWeek`. */
export function notedInWeeks(
  scope: KernelScope,
  { counter, weeks }: FewestAWeek,
  day: string,
): readonly string[] {
  const before = notedWeeks(scope.plan).get(counter) ?? weeks;
  const upTo = (back: number) => {
    const place = `(${programDays(scope, day)} + ${(before - back) * 7})`;
    return `NOTED${counter}[${place} < nf${counter} ? ${place} : nf${counter}]`;
  };
  return Array.from({ length: weeks }, (_, week) => `${upTo(week)} - ${upTo(week + 1)}`);
}

/** Statements by which `nm` becomes the next day on which a measure of the last weeks turns because they slide on: the same as `slidingDay`. */
export function generateSlidingDay({ weeks }: FewestAWeek, holds: (day: string) => string): string {
  const one = (day: string) => `(${holds(day)} ? 1 : 0)`;
  return `for (nq = today + 1 | 0; nq <= today + ${weeks * 7} && nq < nm; nq = nq + 1 | 0) if (${one('nq')} !== ${one('today')}) nm = nq;`;
}
