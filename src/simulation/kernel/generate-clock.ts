import type { PlanDeadline } from '../../program/plan.ts';
import { UNKNOWN } from '../unknown.ts';
import { type KernelScope, mayStandStill, NEVER } from './kernel-scope.ts';

/** The local variables of a clock that may stand still: since when it does, for how long it did in all and in the phase, and its stretches. */
export function clockLocals(scope: KernelScope): readonly string[] {
  if (!mayStandStill(scope)) return [];
  return ['lo', 'lv', 'lp', ...(hasStretches(scope) ? ['lc', 'lk', 'lx', 'ly'] : [])];
}

/** Statements by which the clock of the program goes, at the admission or at a stage. */
export function generateClockStarts(scope: KernelScope): string {
  if (!mayStandStill(scope)) return '';
  return `lo = -1; lv = 0; lp = 0;${hasStretches(scope) ? ' lc = 0;' : ''}`;
}

/** Statements after which the clock of the program goes on that stood still from the day `from` on. */
export function generateClockGoesOn(scope: KernelScope, from: string): string {
  const stretch = hasStretches(scope)
    ? `STOOD_FROM[lc] = ${from}; STOOD_TO[lc] = today; lc = lc + 1 | 0; `
    : '';
  return `${stretch}lv = lv + today - ${from} | 0; lp = lp + today - ${from} | 0; lo = -1;`;
}

/** Statements that find the day in `b` on which a deadline's clock will have run since the day `start`: the same as `clockReaches`. */
export function generateReached(scope: KernelScope, deadline: PlanDeadline, start: string): string {
  if (deadline.clock === 'attended')
    return `b = ${attendedSince(scope, deadline, start)} >= ${deadline.days} ? today : ${NEVER};`;
  if (deadline.clock !== 'program' || !mayStandStill(scope)) return `b = ${start} + ${deadline.days} | 0;`;
  return `lx = ${start}; b = lx + ${deadline.days} | 0;
for (lk = 0; lk < lc; lk = lk + 1 | 0) { ly = STOOD_FROM[lk]; if (ly < lx) ly = lx; if (ly < b && STOOD_TO[lk] > lx) b = b + STOOD_TO[lk] - ly | 0; }
if (lo >= 0 && lo < b && lx < b) b = ${NEVER};`;
}

/** The expression of the days attended from the beginning of a deadline on. None after the last contact, which whoever attends has. */
function attendedSince({ plan }: KernelScope, { since, monitor }: PlanDeadline, start: string): string {
  switch (since) {
    case 'state-entry':
      return `d${monitor}`;
    case 'phase-entry':
      return 'adp';
    case 'admission':
      return 'ad';
    case 'last-attendance':
      return `(c${plan.common.lastAttended} === ${UNKNOWN} ? 0 : 1)`;
    case 'last-contact':
      return `(adl >= ${start} ? 1 : 0)`;
  }
}

/** The local variables of the days attended since monitors entered their states, by monitor that asks for them. */
export function attendedLocals(scope: KernelScope): readonly string[] {
  return scope.plan.monitors.flatMap((_, m) => (asksForAttended(scope, m) ? [`d${m}`] : []));
}

/** The statement by which the days attended since a monitor entered its state begin anew with today. */
export function generateAttendedAnew(scope: KernelScope, m: number): string {
  return asksForAttended(scope, m) ? `d${m} = adl === today ? 1 : 0;` : '';
}

function asksForAttended({ plan }: KernelScope, m: number): boolean {
  return plan.deadlines.some(
    ({ monitor, clock, since }) => monitor === m && clock === 'attended' && since === 'state-entry',
  );
}

/** Whether something asks for the stretches one by one. */
export function hasStretches(scope: KernelScope): boolean {
  return mayStandStill(scope) && scope.plan.deadlines.some(({ clock }) => clock === 'program');
}
