import type { Figures } from '../results/figures.ts';
import type { Study } from '../scenario/study.ts';
import type { ParameterValues } from '../scenario/with-parameters.ts';
import { withParameters } from '../scenario/with-parameters.ts';
import type { PrepareStudy } from './prepared-study.ts';
import { replicate } from './replicate.ts';
import type { CohortRun } from './run-cohort-figures.ts';

/** What came of a study with some values of its parameters: the figures of each replication. */
export type SweepRow = { readonly values: ParameterValues; readonly replications: readonly Figures[] };

/** Simulates a study with each set of values, on the same random numbers. */
export function sweepStudy(
  prepare: PrepareStudy,
  study: Study,
  sets: readonly ParameterValues[],
  run: CohortRun,
  replications: number,
  onDone: (done: number) => void = () => {},
): SweepRow[] {
  return sets.map((values, index) => {
    const row = {
      values,
      replications: replicate(prepare(withParameters(study, values)), run, replications),
    };
    onDone(index + 1);
    return row;
  });
}
