import type { EpisodeContext } from './episode-context.ts';
import type { Plan } from './plan.ts';
import type { PlanClosure } from './plan-dose.ts';

/** The closure that a day lies in, by the plan or as it was recorded, or null where the clinic is open. Pure. */
export function closureOn(
  plan: Plan,
  context: Pick<EpisodeContext, 'closures'>,
  day: number,
): PlanClosure | null {
  const holds = ({ from, to }: PlanClosure) => day >= from && day <= to;
  return plan.closures?.find(holds) ?? context.closures?.find(holds) ?? null;
}
