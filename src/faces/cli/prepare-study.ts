import type { PreparedStudy } from '../../simulation/experiment/prepared-study.ts';
import type { Study } from '../../simulation/scenario/study.ts';
import type { ParameterValues } from '../../simulation/scenario/with-parameters.ts';
import { CliFailure } from './cli-failure.ts';
import { EXIT } from './exit-codes.ts';
import { say } from './screen.ts';

/** Makes a study ready to run. Fails with what cannot be simulated. */
export async function prepareStudy(study: Study): Promise<PreparedStudy> {
  const { prepareStudy: prepare, whyNoKernel } = await import('../../simulation/experiment/prepare-study.ts');
  const prepared = withUsage(() => prepare(study));
  if (prepared.execution === 'machine')
    say(
      `${study.curriculum.id} is driven through the machine patient by patient, which is slow (${whyNoKernel(study).join('; ')})`,
    );
  return prepared;
}

/** Sets parameters of a study. Fails where a name leads nowhere or a value is not allowed. */
export async function setParameters(study: Study, values: ParameterValues): Promise<Study> {
  const { withParameters } = await import('../../simulation/scenario/with-parameters.ts');
  return withUsage(() => withParameters(study, values));
}

/** Does something, and turns a `RangeError` of the simulation into a failure that says what is wrong with the wish. */
export function withUsage<T>(action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new CliFailure(EXIT.usage, 'usage', error.message);
  }
}
