import type { Plan } from '../../program/plan.ts';
import type { Behaviour } from '../../simulation/behaviour.ts';
import { compileKernel, type KernelRun } from '../../simulation/kernel/compile-kernel.ts';
import type { PatientColumns, WeekCounts } from '../../simulation/patient-columns.ts';

/** What each thread of a cohort begins with. */
export type CohortWork = { readonly plan: Plan; readonly behaviour: Behaviour };

/** Makes the function that simulates shards. Throws where the kernel refuses the plan, which the caller has tried before. */
export function createCohortWork({
  plan,
  behaviour,
}: CohortWork): (run: KernelRun) => { patients: PatientColumns; weeks: WeekCounts } {
  const kernel = compileKernel(plan, behaviour);
  if (!kernel.accepted) throw new Error(kernel.refusals.map(({ message }) => message).join('; '));
  return (run) => kernel.run(run);
}
