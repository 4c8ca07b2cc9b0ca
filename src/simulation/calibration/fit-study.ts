import type { PrepareStudy } from '../experiment/prepared-study.ts';
import { runCohortFigures } from '../experiment/run-cohort-figures.ts';
import type { Study } from '../scenario/study.ts';
import { withParameters } from '../scenario/with-parameters.ts';
import type { Fit } from './fit.ts';
import { askedOf, fitTrials, patientsOf } from './fit-trials.ts';
import type { Targets } from './targets.ts';

/**
 * Fits parameters of a study to published figures, in this thread. First looks around with a Latin hypercube, then goes down from the
 * best points with the method of Levenberg and Marquardt, on the same random numbers throughout; the figures of the result are
 * those of other patients. Intervals are those of least squares, widened where the fit is bad. `onProgress` is told how many trials were simulated.
 *
 * Throws a `RangeError` for a parameter that the scenario does not declare, or a figure that a cohort does not know.
 */
export function fitStudy(
  prepare: PrepareStudy,
  study: Study,
  targets: Targets,
  options: { readonly seed?: number; readonly onProgress?: (trials: number) => void } = {},
): Fit {
  const { seed = study.scenario.seed ?? 1, onProgress = () => {} } = options;
  const [patients, asked] = [patientsOf(targets), askedOf(targets)];
  const fit = fitTrials(study, targets, seed);
  let done = 0;
  for (let step = fit.next(); ; ) {
    if (step.done) return step.value;
    const figures = step.value.map(({ values, replication }) => {
      const prepared = prepare(withParameters(study, values));
      done += 1;
      onProgress(done);
      return runCohortFigures(prepared, { seed, patients, replication }, asked);
    });
    step = fit.next(figures);
  }
}
