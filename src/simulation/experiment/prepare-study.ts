import { compileKernel } from '../kernel/compile-kernel.ts';
import type { Study } from '../scenario/study.ts';
import { unknownNames } from '../unknown-names.ts';
import { courseOfStudy } from './course-of-study.ts';
import { kernelStudy } from './kernel-study.ts';
import { prepareMachine } from './prepare-machine.ts';
import type { PrepareStudy } from './prepared-study.ts';

/**
 * Makes a study ready in the fastest way that is exact: a kernel, or the machine for what a kernel refuses. Throws a `RangeError` for
 * names in the behaviour that the program does not know, which would have no effect.
 */
export const prepareStudy: PrepareStudy = (study) => {
  const course = courseOfStudy(study);
  const { behaviour } = study.scenario;
  const unknown = unknownNames(course, behaviour);
  if (unknown.length > 0) throw new RangeError(unknown.map(({ message }) => message).join('\n'));
  const kernel = compileKernel(course, behaviour);
  return kernel.accepted ? kernelStudy(study, course, kernel) : prepareMachine(study);
};

/** Why a study is driven through the machine, and slowly: what a kernel cannot model of it; empty where a kernel runs. */
export function whyNoKernel(study: Study): readonly string[] {
  const kernel = compileKernel(courseOfStudy(study), study.scenario.behaviour);
  return kernel.accepted ? [] : kernel.refusals.map(({ code, message }) => `${code}: ${message}`);
}
