import type { Plan } from './plan.ts';
import type { PlanClosure } from './plan-dose.ts';

/** The closure that a day lies in, or null where the clinic is open. Pure. */
export function closureOn(plan: Plan, day: number): PlanClosure | null {
  return plan.closures?.find(({ from, to }) => day >= from && day <= to) ?? null;
}
