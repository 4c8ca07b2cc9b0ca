import type { Figures } from '../results/figures.ts';
import type { Study } from '../scenario/study.ts';
import { parameterValue } from '../scenario/with-parameters.ts';
import { meanInterval } from '../statistics/mean-interval.ts';
import { type Axis, placeOn } from './axis.ts';
import { checkTargets, contradictions } from './check-targets.ts';
import type { Fit, FittedTarget } from './fit.ts';
import { fitWarnings } from './fit-warnings.ts';
import { judgeFit, limitOf } from './judge-fit.ts';
import { searchPoint } from './search-point.ts';
import { errorOf, figuresOfTarget, nameOf, type Target, type Targets, targetList } from './targets.ts';
import { simulatedOf, TrialStudy, type Trials } from './trial-study.ts';
import { uncertaintyAt } from './uncertainty.ts';

/** Cohorts of other patients that show what the fit is worth. */
const OTHERS = 4;
/** A search goes on until the misses are this much smaller than they may be, for its own patients are not the last word. */
const GOOD = 0.7;

/** An interval of this confidence reaches one standard error to both sides. */
const SHARE_WITHIN_ONE_ERROR = 0.6827;

/** The patients of each trial of a fit. */
export function patientsOf(targets: Targets): number {
  return targets.patients ?? 8000;
}

/** The figures that a fit asks its trials for, beside those that every cohort has. */
export function askedOf(targets: Targets): string[] {
  return [...new Set(targetList(targets).flatMap(figuresOfTarget))];
}

/**
 * A fit as a talk: it asks for trials, many at once, and is given their figures in the same order; in the end it is the fit. Whoever
 * drives it decides where they are simulated, in this thread or on many. See `fitStudy`.
 */
export function* fitTrials(study: Study, targets: Targets, seed: number): Trials<Fit> {
  const axes = axesOf(study, targets.fit);
  const trial = new TrialStudy(axes);
  const all = targetList(targets);
  const fitted = all.filter(({ holdOut }) => holdOut !== true);
  const start = axes.map((axis) => placeOn(axis, parameterValue(study, axis.name)));
  yield* trial.ask([start]);
  checkTargets(all, trial.figuresAt(start), study.scenario.horizon.days);
  const measured = fitted.filter(({ within }) => within === undefined).length;
  const limits = fitted.map((target) => limitOf({ chosen: target.within !== undefined }, measured));
  const enough = (misses: readonly number[]) =>
    misses.every((miss, index) => Math.abs(miss) <= GOOD * limits[index]!);
  const best = yield* searchPoint(trial, fitted, { seed, start, enough });
  const replications = Array.from({ length: OTHERS }, (_, other) => other + 1);
  yield* trial.ask([best], replications);
  const others = replications.map((replication) => trial.figuresAt(best, replication));
  const figures = all.map((target) => fittedTarget(target, others, measured));
  const judged = judgeFit(figures, axes.length);
  const spread = judged.chiSquare / Math.max(1, judged.degreesOfFreedom);
  const { parameters: found, loose } = yield* uncertaintyAt(trial, best, fitted, spread);
  const parameters = found.map((one) => ({ ...one, start: parameterValue(study, one.name) }));
  return {
    ...{ scenario: study.scenario.id, targets: targets.id, parameters, figures, ...judged },
    warnings: fitWarnings({
      ...{ parameters, figures, loose, degreesOfFreedom: judged.degreesOfFreedom },
      ...{ contradictions: contradictions(fitted), badly: judged.verdict === 'fits-badly' },
    }),
    ...{ loose, trials: trial.trials, patients: patientsOf(targets), seed },
  };
}

/** A target beside the mean of several cohorts; their chance is added to the error of the target. */
function fittedTarget(target: Target, cohorts: readonly Figures[], measured: number): FittedTarget {
  const values = cohorts.map((figures) => simulatedOf(target, figures));
  const missing = values.includes(null);
  const { value, high } = meanInterval(missing ? [] : (values as number[]), SHARE_WITHIN_ONE_ERROR);
  const [error, chosen] = [errorOf(target), target.within !== undefined];
  return {
    ...{ figure: nameOf(target), target: target.value, error, simulated: missing ? null : value },
    off: missing ? null : (value - target.value) / Math.hypot(error, high! - value),
    ...{ limit: limitOf({ chosen }, measured), chosen },
    ...{ heldOut: target.holdOut === true, source: target.source },
  };
}

function axesOf(study: Study, names: readonly string[] | undefined): Axis[] {
  const { id, parameters: declared = {} } = study.scenario;
  const wanted = [...new Set(names ?? Object.keys(declared))];
  if (wanted.length === 0)
    throw new RangeError(`the scenario ${id} declares no parameters that could be fitted`);
  return wanted.map((name) => {
    const parameter = declared[name];
    if (parameter === undefined) {
      const known = Object.keys(declared);
      const has = known.length === 0 ? '' : `; it declares ${known.join(', ')}`;
      throw new RangeError(`the scenario ${id} declares no parameter ${name}${has}`);
    }
    if (!(parameter.low < parameter.high))
      throw new RangeError(
        `the range of ${name} is empty: low ${parameter.low} is not below high ${parameter.high}`,
      );
    return { name, low: parameter.low, high: parameter.high };
  });
}
