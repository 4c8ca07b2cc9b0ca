import { compileKernel } from '../kernel/compile-kernel.ts';
import { phaseNames } from '../observe/observe-episode.ts';
import { cohortShapeOf } from '../scenario/cohort-shape-of.ts';
import { courseOfStudy } from './course-of-study.ts';
import type { PrepareStudy } from './prepared-study.ts';

/**
 * Compiles a study to a kernel, which simulates what the machine of its curriculum or pathway does. Throws a `RangeError` that
 * names everything in the program that a kernel cannot model.
 */
export const prepareKernel: PrepareStudy = (study) => {
  const { scenario } = study;
  const course = courseOfStudy(study);
  const kernel = compileKernel(course, scenario.behaviour);
  if (!kernel.accepted) {
    const reasons = kernel.refusals.map(({ code, message }) => `${code}: ${message}`);
    throw new RangeError(`${course.id} cannot be simulated: ${reasons.join('; ')}`);
  }
  return {
    shape: cohortShapeOf(
      scenario,
      course.stages.map(({ id }) => id),
      phaseNames(course),
    ),
    ...(scenario.clinic ? { clinic: scenario.clinic } : {}),
    eventNames: kernel.eventNames,
    whyNoEvents: kernel.whyNoEvents(scenario.horizon.days),
    execution: 'kernel',
    run: (seed, first, count, events) =>
      kernel.run({ seed: seed | 0, first, count, horizonDays: scenario.horizon.days }, events),
  };
};
