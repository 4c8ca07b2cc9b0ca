import type { Figures } from '../results/figures.ts';
import type { Study } from '../scenario/study.ts';
import { parameterValue } from '../scenario/with-parameters.ts';
import { meanInterval } from '../statistics/mean-interval.ts';
import { type Axis, placeOn } from './axis.ts';
import { checkTargets } from './check-targets.ts';
import { contradictions } from './contradictions.ts';
import type { Fit, FittedParameter, FittedTarget } from './fit.ts';
import { fitWarnings } from './fit-warnings.ts';
import { fittedAxes } from './fitted-axes.ts';
import { judgeFit, limitOf } from './judge-fit.ts';
import { isSpent, searchPoint } from './search-point.ts';
import { TargetProblems } from './target-problems.ts';
import { errorOf, figuresOfTarget, nameOf, type Target, type Targets, targetList } from './targets.ts';
import { toldApart } from './told-apart.ts';
import { type Point, simulatedOf, TrialStudy, type Trials } from './trial-study.ts';
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
  const bare = new TrialStudy([]);
  yield* bare.ask([[]]);
  checkTargets(targets, bare.figuresAt([]), study.scenario);
  const all = targetList(targets);
  const fitted = all.filter(({ holdOut }) => holdOut !== true);
  const declared = fittedAxes(study, targets);
  const { moving, axes: told } = yield* movingAxes(study, declared, all, targets.fit === undefined);
  const measured = fitted.filter(({ within }) => within === undefined).length;
  const limits = fitted.map((target) => limitOf({ chosen: target.within !== undefined }, measured));
  const enough = (misses: readonly number[]) =>
    misses.every((miss, index) => Math.abs(miss) <= GOOD * limits[index]!);
  let trial = new TrialStudy(told);
  let best = yield* searchPoint(trial, fitted, { seed, start: startOf(study, told), enough });
  if (told.length < moving.length && !enough(trial.missesAt(best, fitted))) {
    trial = new TrialStudy(moving);
    best = yield* searchPoint(trial, fitted, { seed, start: startOf(study, moving), enough });
  }
  const spent = isSpent(trial);
  const replications = Array.from({ length: OTHERS }, (_, other) => other + 1);
  yield* trial.ask([best], replications);
  const others = replications.map((replication) => trial.figuresAt(best, replication));
  const figures = all.map((target) => ({
    ...fittedTarget(target, others, measured),
    reach: trial.reachOf(target),
  }));
  const judged = judgeFit(figures, trial.axes.length);
  const { parameters: found, loose } = yield* uncertaintyAt(trial, best, fitted);
  const parameters = declared.map((axis): FittedParameter => {
    const start = parameterValue(study, axis.name);
    const fitted = found.find(({ name }) => name === axis.name);
    if (fitted !== undefined) return { ...fitted, start, moves: true };
    return { ...unmoved(axis, start), ...(moving.includes(axis) ? { moves: true, held: true } : {}) };
  });
  return {
    ...{ scenario: study.scenario.id, targets: targets.id, parameters, figures, ...judged },
    warnings: fitWarnings({
      ...{
        parameters,
        figures,
        loose,
        degreesOfFreedom: judged.degreesOfFreedom,
        trials: trial.trials,
        spent,
      },
      contradictions: [...contradictions(fitted), ...assumedPrecisions(all)],
      badly: judged.verdict === 'fits-badly',
    }),
    ...{ loose, trials: trial.trials, patients: patientsOf(targets), seed },
  };
}

/** Which figures say nothing of how precisely they are known, in a sentence. */
function assumedPrecisions(targets: readonly Target[]): string[] {
  const names = targets.flatMap((target) =>
    target.assumedPrecision === true
      ? [`${nameOf(target)} within ${Number(target.within!.toPrecision(3))}`]
      : [],
  );
  if (names.length === 0) return [];
  const shown = names.length > 4 ? [...names.slice(0, 3), `${names.length - 3} more`] : names;
  return [`Nothing says how precisely some figures are known; taken as met: ${shown.join(', ')}.`];
}

function startOf(study: Study, axes: readonly Axis[]): Point {
  return axes.map((axis) => placeOn(axis, parameterValue(study, axis.name)));
}

/** A parameter that no figure depends on is left where it is. */
function unmoved({ name, low, high }: Axis, start: number): FittedParameter {
  const range = [low, high] as const;
  return { name, start, value: start, low, high, range, identifiable: false, atBound: false, moves: false };
}

/**
 * The parameters that move any of the figures, tried from one end of their range to the other, both from where the study begins and
 * from the middle. The same patients are simulated each time, so that a figure that stays the same does not depend on it. Of
 * parameters that nobody named (`choose`), `axes` are only as many as the figures to be fitted can tell apart; the others move where those do
 * not suffice.
 */
function* movingAxes(
  study: Study,
  axes: readonly Axis[],
  targets: readonly Target[],
  choose: boolean,
): Trials<{ readonly moving: readonly Axis[]; readonly axes: readonly Axis[] }> {
  const trial = new TrialStudy(axes);
  const bases = [startOf(study, axes), axes.map(() => 0.5)];
  const moved = (base: Point, axis: number): [Point, Point] => {
    const at = (end: number) => base.map((place, i) => (i === axis ? end : place));
    return [at(0), at(1)];
  };
  yield* trial.ask([...bases, ...bases.flatMap((base) => axes.flatMap((_, axis) => moved(base, axis)))]);
  const seen = (point: Point) => targets.map((target) => simulatedOf(target, trial.figuresAt(point))).join();
  const moving = axes.filter((_, axis) =>
    bases.some((base) => moved(base, axis).some((point) => seen(point) !== seen(base))),
  );
  if (moving.length === 0) {
    const names = axes.map(({ name }) => name).join(', ');
    const message = `no figure depends on ${names}: there is nothing that could be fitted`;
    throw new TargetProblems([{ message, path: targets.length === 0 ? [] : ['targets'] }]);
  }
  const fitted = targets.filter(({ holdOut }) => holdOut !== true);
  if (!choose || moving.length <= fitted.length) return { moving, axes: moving };
  const moves = moving.map((one) =>
    bases.flatMap((base) => {
      const [low, high] = moved(base, axes.indexOf(one)).map((point) => trial.missesAt(point, fitted));
      return fitted.map((_, t) => high![t]! - low![t]!);
    }),
  );
  const told = toldApart(moves, fitted.length);
  return { moving, axes: told.length === 0 ? moving : told.map((place) => moving[place]!) };
}

/** A target beside the mean of several cohorts; their chance is added to the error of the target. */
function fittedTarget(
  target: Target,
  cohorts: readonly Figures[],
  measured: number,
): Omit<FittedTarget, 'reach'> {
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
