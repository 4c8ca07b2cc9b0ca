import { compilePlan } from '../../program/compile-plan.ts';
import { compileKernel } from '../kernel/compile-kernel.ts';
import { cohortShapeOf } from '../scenario/cohort-shape-of.ts';
import type { PrepareStudy } from './prepared-study.ts';

/**
 * Compiles a study to a kernel, which simulates what the machine of its curriculum does. Throws a `RangeError` that names
 * everything in the program that a kernel cannot model.
 */
export const prepareKernel: PrepareStudy = ({ scenario, curriculum }) => {
  const plan = compilePlan(curriculum);
  const kernel = compileKernel(plan, scenario.behaviour);
  if (!kernel.accepted) {
    const reasons = kernel.refusals.map(({ code, message }) => `${code}: ${message}`);
    throw new RangeError(`${plan.curriculum.id} cannot be simulated: ${reasons.join('; ')}`);
  }
  return {
    shape: cohortShapeOf(
      scenario,
      [plan.curriculum.id],
      plan.phases.map(({ id }) => id),
    ),
    ...(scenario.clinic ? { clinic: scenario.clinic } : {}),
    eventNames: kernel.eventNames,
    execution: 'kernel',
    run: (seed, first, count, events) =>
      kernel.run({ seed: seed | 0, first, count, horizonDays: scenario.horizon.days }, events),
  };
};
