import { levenbergMarquardt } from 'ml-levenberg-marquardt';
import { latinHypercube } from '../scenario/latin-hypercube.ts';
import { type Axis, stepOn } from './axis.ts';
import { breed } from './breed.ts';
import type { Target } from './targets.ts';
import { NotSimulated, type Point, type TrialStudy, type Trials } from './trial-study.ts';

/** The step, as a part of the range, with which slopes are measured: wide enough to stand out from chance. */
const SLOPE_STEP = 0.04;
/** Searches that go down side by side. */
const SEARCHES = 2;
const STEPS = 12;
/** A search that has simulated so many trials begins nothing new: with many parameters, none of which meets the figures, it would take long. */
export const MOST_TRIALS = 1000;
/** The library takes no fewer figures; others are met wherever one goes. */
const LEAST = 3;

/**
 * Finds the point at which the targets are missed least: looks around with a Latin hypercube, breeds better points from the best
 * ones, goes down from the best of all with the method of Levenberg and Marquardt, and breeds and goes down once more where
 * `enough` does not hold there yet. Ends after `MOST_TRIALS` with the best point so far.
 */
export function* searchPoint(
  trial: TrialStudy,
  targets: readonly Target[],
  options: {
    readonly seed: number;
    readonly start: Point;
    readonly enough: (misses: readonly number[]) => boolean;
  },
): Trials<Point> {
  const { seed, start, enough } = options;
  const score = (point: Point) => trial.scoreAt(point, targets);
  const isEnough = (point: Point) => isSpent(trial) || enough(trial.missesAt(point, targets));
  const cube = latinHypercube(10 * trial.axes.length, trial.axes.length, seed);
  const around = [start, trial.axes.map(() => 0.5), ...cube];
  yield* trial.ask(around);
  const better = (a: Point, b: Point) => (score(b) < score(a) ? b : a);
  let best = around.reduce(better);
  let population: readonly Point[] = around;
  for (let round = 0; round < 2; round += 1) {
    population = yield* breed(trial, { population, score, isEnough, seed: seed + round });
    const starts = [...population].sort((a, b) => score(a) - score(b)).slice(0, SEARCHES);
    const ends = yield* goDown(trial, targets, starts);
    population = [...population, ...ends];
    best = population.reduce(better, best);
    if (isEnough(best)) break;
  }
  return best;
}

/**
 * Goes down from several points side by side. The library wants a function that answers at once: it is let run until it
 * looks at a point that was not simulated, all such points are simulated together, and it is run again.
 */
function* goDown(trial: TrialStudy, targets: readonly Target[], starts: readonly Point[]): Trials<Point[]> {
  const ends: (Point | null)[] = starts.map(() => null);
  const seen: Point[] = [...starts];
  while (ends.includes(null) && !isSpent(trial)) {
    const wanted: Point[] = [];
    for (const [s, start] of starts.entries()) {
      if (ends[s] !== null) continue;
      try {
        ends[s] = within(descent(trial, targets, start));
      } catch (error) {
        if (!(error instanceof NotSimulated)) throw error;
        const centre = seen.find((point) => isNeighbour(trial.axes, point, error.point));
        wanted.push(error.point, ...(centre === undefined ? [] : neighbours(trial.axes, centre)));
        if (centre === undefined) seen.push(error.point);
      }
    }
    yield* trial.ask(wanted);
  }
  const found = starts.map((start, s) => ends[s] ?? start);
  yield* trial.ask(found);
  return found;
}

/** Whether a search has simulated as many trials as it may. */
export function isSpent(trial: TrialStudy): boolean {
  return trial.trials >= MOST_TRIALS;
}

function descent(trial: TrialStudy, targets: readonly Target[], start: Point): number[] {
  const places = Array.from({ length: Math.max(LEAST, targets.length) }, (_, index) => index);
  const { parameterValues } = levenbergMarquardt(
    { x: places, y: places.map(() => 0) },
    (point) => {
      const misses = trial.missesAt(point, targets);
      return (place) => misses[place] ?? 0;
    },
    {
      ...{ initialValues: [...start], minValues: start.map(() => 0), maxValues: start.map(() => 1) },
      ...{
        gradientDifference: trial.axes.map((axis) => stepOn(axis, SLOPE_STEP)),
        centralDifference: true,
        damping: 0.1,
        maxIterations: STEPS,
      },
      errorTolerance: 1e-3,
    },
  );
  return parameterValues;
}

/** Whether a point lies one step of a slope away from another. */
function isNeighbour(axes: readonly Axis[], centre: Point, point: Point): boolean {
  const moved = point.filter((at, i) => Math.abs(at - centre[i]!) > 1e-9);
  return (
    moved.length === 1 &&
    neighbours(axes, centre).some((one) => one.every((at, i) => Math.abs(at - point[i]!) < 1e-9))
  );
}

function neighbours(axes: readonly Axis[], centre: Point): Point[] {
  return axes.flatMap((one, axis) =>
    [stepOn(one, SLOPE_STEP), -stepOn(one, SLOPE_STEP)].map((step) =>
      centre.map((at, i) => (i === axis ? at + step : at)),
    ),
  );
}

function within(point: Point): Point {
  return point.map((at) => Math.min(1, Math.max(0, at)));
}
