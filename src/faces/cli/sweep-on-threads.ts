import type { SweepRow } from '../../simulation/experiment/sweep-study.ts';
import type { Study } from '../../simulation/scenario/study.ts';
import { type ParameterValues, withParameters } from '../../simulation/scenario/with-parameters.ts';
import { prepareStudy, withUsage } from './prepare-study.ts';
import { simulateFigures } from './simulate-figures.ts';

/** `sweepStudy` on several threads: the same rows. Fails, before anything is simulated, with a value that is not allowed. */
export async function sweepOnThreads(
  study: Study,
  sets: readonly ParameterValues[],
  run: {
    readonly seed: number;
    readonly patients: number;
    readonly replications: number;
    readonly threads: number | undefined;
  },
): Promise<SweepRow[]> {
  for (const values of sets) withUsage(() => withParameters(study, values));
  await prepareStudy(withParameters(study, sets[0] ?? {}));
  const { replications } = run;
  const figures = await simulateFigures(
    sets.map((values) => ({ study, values, replications })),
    run,
  );
  return sets.map((values, i) => ({ values, replications: figures[i]! }));
}
