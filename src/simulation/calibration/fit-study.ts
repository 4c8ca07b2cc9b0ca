import { levenbergMarquardt } from 'ml-levenberg-marquardt';
import type { PrepareStudy } from '../experiment/prepared-study.ts';
import type { Figures } from '../results/figures.ts';
import { latinHypercube } from '../scenario/latin-hypercube.ts';
import type { Study } from '../scenario/study.ts';
import { parameterValue } from '../scenario/with-parameters.ts';
import { meanInterval } from '../statistics/mean-interval.ts';
import type { Fit, FittedTarget } from './fit.ts';
import { fitWarnings } from './fit-warnings.ts';
import { errorOf, nameOf, type Target, type Targets } from './targets.ts';
import { type Axis, simulatedOf, TrialStudy } from './trial-study.ts';
import { uncertaintyAt } from './uncertainty.ts';

/** The step, as a part of the range, with which slopes are measured: wide enough to stand out from chance. */
const SLOPE_STEP = 0.04;
/** Searches that begin at the best of the points of a first look around. */
const SEARCHES = 3;
const STEPS = 12;
/** Cohorts of other patients that show what the fit is worth. */
const OTHERS = 4;

/** An interval of this confidence reaches one standard error to both sides. */
const SHARE_WITHIN_ONE_ERROR = 0.6827;

/** How a fit goes on: points tried, and the best sum of squared misses so far. */
export type FitProgress = (trials: number, best: number) => void;

/**
 * Fits parameters of a study to published figures. First looks around with a Latin hypercube, then goes down from the best points
 * with the method of Levenberg and Marquardt, on the same random numbers throughout; the figures of the result are those of other
 * patients. Intervals are those of least squares, widened where the fit is bad.
 *
 * Throws a `RangeError` for a parameter that the scenario does not declare, or a figure that a cohort does not know.
 */
export function fitStudy(
  prepare: PrepareStudy,
  study: Study,
  targets: Targets,
  options: { readonly seed?: number; readonly onProgress?: FitProgress } = {},
): Fit {
  const { seed = study.scenario.seed ?? 1, onProgress = () => {} } = options;
  const patients = targets.patients ?? 20_000;
  const axes = axesOf(study, targets.fit);
  const trial = new TrialStudy(prepare, study, axes, patients, seed);
  const fitted = targets.targets.filter(({ holdOut }) => holdOut !== true);
  refuseUnknown(targets.targets, trial);
  const best = search(trial, fitted, seed, onProgress);
  const others = Array.from({ length: OTHERS }, (_, r) => trial.figuresAt(best, r + 1));
  const figures = targets.targets.map((target) => fittedTarget(target, others));
  const misses = figures.filter(({ heldOut }) => !heldOut).map(({ off }) => off);
  const chiSquare = misses.reduce<number>((sum, off) => sum + (off ?? 1000) ** 2, 0);
  const degreesOfFreedom = fitted.length - axes.length;
  const { parameters, loose } = uncertaintyAt(trial, best, fitted, chiSquare / Math.max(1, degreesOfFreedom));
  const met = (figure: FittedTarget) => figure.off !== null && Math.abs(figure.off) <= 2;
  const badly = figures.some((figure) => !figure.heldOut && !met(figure));
  const verdict = badly
    ? 'fits-badly'
    : degreesOfFreedom < 0
      ? 'not-determined'
      : figures.every(met)
        ? 'fits'
        : 'fails-held-out';
  const known = parameters.map((parameter) => ({
    ...parameter,
    start: parameterValue(study, parameter.name),
  }));
  return {
    ...{
      scenario: study.scenario.id,
      targets: targets.id,
      parameters: known,
      figures,
      chiSquare,
      degreesOfFreedom,
    },
    verdict,
    warnings: fitWarnings(known, figures, loose, degreesOfFreedom),
    ...{ loose, trials: trial.trials, patients, seed },
  };
}

/** A target beside the mean of several cohorts; their chance is added to the error of the target. */
function fittedTarget(target: Target, cohorts: readonly Figures[]): FittedTarget {
  const values = cohorts.map((figures) => simulatedOf(target, figures));
  const missing = values.includes(null);
  const { value, high } = meanInterval(missing ? [] : (values as number[]), SHARE_WITHIN_ONE_ERROR);
  const error = errorOf(target);
  return {
    ...{ figure: nameOf(target), target: target.value, error, simulated: missing ? null : value },
    off: missing ? null : (value - target.value) / Math.hypot(error, high! - value),
    ...{ heldOut: target.holdOut === true, source: target.source },
  };
}

function axesOf(study: Study, names: readonly string[] | undefined): Axis[] {
  const declared = study.scenario.parameters ?? {};
  return (names ?? Object.keys(declared)).map((name) => {
    const parameter = declared[name];
    if (parameter === undefined)
      throw new RangeError(`the scenario ${study.scenario.id} declares no parameter ${name}`);
    return { name, low: parameter.low, high: parameter.high };
  });
}

function refuseUnknown(targets: readonly Target[], trial: TrialStudy): void {
  const known = trial.figuresAt(trial.axes.map(() => 0.5));
  const unknown = targets.flatMap(({ figure }) => [figure].flat()).find((name) => !(name in known));
  if (unknown !== undefined) throw new RangeError(`a cohort has no figure ${unknown}`);
}

function search(
  trial: TrialStudy,
  targets: readonly Target[],
  seed: number,
  onProgress: FitProgress,
): readonly number[] {
  const score = (point: readonly number[]) =>
    trial.missesAt(point, targets).reduce((sum, miss) => sum + miss ** 2, 0);
  const around = [
    trial.axes.map(() => 0.5),
    ...latinHypercube(10 * trial.axes.length, trial.axes.length, seed),
  ];
  let best = around[0]!;
  const look = (point: readonly number[]) => {
    if (score(point) < score(best)) best = [...point];
    onProgress(trial.trials, score(best));
  };
  for (const point of around) look(point);
  const starts = [...around].sort((a, b) => score(a) - score(b)).slice(0, SEARCHES);
  const places = targets.map((_, index) => index);
  for (const start of starts) {
    const { parameterValues } = levenbergMarquardt(
      { x: places, y: places.map(() => 0) },
      (point) => (place) => trial.missesAt(point, targets)[place]!,
      {
        ...{ initialValues: start, minValues: start.map(() => 0), maxValues: start.map(() => 1) },
        ...{ gradientDifference: SLOPE_STEP, centralDifference: true, damping: 0.1, maxIterations: STEPS },
        errorTolerance: 1e-3,
      },
    );
    look(parameterValues);
  }
  return best;
}
