import { compileKernel } from '../kernel/compile-kernel.ts';
import type { Study } from '../scenario/study.ts';
import { courseOfStudy } from './course-of-study.ts';
import { prepareKernel } from './prepare-kernel.ts';
import { prepareMachine } from './prepare-machine.ts';
import type { PrepareStudy } from './prepared-study.ts';

/** Makes a study ready in the fastest way that is exact: a kernel, or the machine for what a kernel refuses. */
export const prepareStudy: PrepareStudy = (study) =>
  whyNoKernel(study).length === 0 ? prepareKernel(study) : prepareMachine(study);

/** Why a study is driven through the machine, and slowly: what a kernel cannot model of it; empty where a kernel runs. */
export function whyNoKernel(study: Study): readonly string[] {
  const kernel = compileKernel(courseOfStudy(study), study.scenario.behaviour);
  return kernel.accepted ? [] : kernel.refusals.map(({ code, message }) => `${code}: ${message}`);
}
