import { compileKernel } from '../kernel/compile-kernel.ts';
import { courseOfStudy } from './course-of-study.ts';
import { kernelStudy } from './kernel-study.ts';
import type { PrepareStudy } from './prepared-study.ts';

/**
 * Compiles a study to a kernel, which simulates what the machine of its curriculum or pathway does. Throws a `RangeError` that
 * names everything in the program that a kernel cannot model.
 */
export const prepareKernel: PrepareStudy = (study) => {
  const course = courseOfStudy(study);
  const kernel = compileKernel(course, study.scenario.behaviour);
  if (kernel.accepted) return kernelStudy(study, course, kernel);
  const reasons = kernel.refusals.map(({ code, message }) => `${code}: ${message}`);
  throw new RangeError(`${course.id} cannot be simulated: ${reasons.join('; ')}`);
};
