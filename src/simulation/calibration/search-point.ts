import { levenbergMarquardt } from 'ml-levenberg-marquardt';
import { latinHypercube } from '../scenario/latin-hypercube.ts';
import type { Target } from './targets.ts';
import { NotSimulated, type Point, type TrialStudy, type Trials } from './trial-study.ts';

/** The step, as a part of the range, with which slopes are measured: wide enough to stand out from chance. */
const SLOPE_STEP = 0.04;
/** Searches that go down side by side. */
const SEARCHES = 3;
const STEPS = 12;
/** Looks around: over all of the range, then ever closer around the best point, as long as it is not good enough. */
const AROUND = [1, 0.5, 0.25];

/**
 * Finds the point at which the targets are missed least: looks around with a Latin hypercube, goes down from the best points with
 * the method of Levenberg and Marquardt, and does both again around the best where `enough` does not hold there yet.
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
  const better = (a: Point, b: Point) => (score(b) < score(a) ? b : a);
  const middle = trial.axes.map(() => 0.5);
  yield* trial.ask([start]);
  let best = start;
  for (const [round, width] of AROUND.entries()) {
    const cube = latinHypercube(10 * trial.axes.length, trial.axes.length, seed + round);
    const centre = round === 0 ? middle : best;
    const around = [best, centre, ...cube.map((place) => place.map((at, i) => near(centre[i]!, at, width)))];
    yield* trial.ask(around);
    best = around.reduce(better, best);
    const starts = [...around].sort((a, b) => score(a) - score(b)).slice(0, SEARCHES);
    const ends = yield* goDown(trial, targets, starts);
    best = ends.reduce(better, best);
    if (enough(trial.missesAt(best, targets))) break;
  }
  return best;
}

/** A place around a centre, at most half of `width` away and within the range. */
function near(centre: number, at: number, width: number): number {
  const low = Math.min(1 - width, Math.max(0, centre - width / 2));
  return low + at * width;
}

/**
 * Goes down from several points side by side. The library wants a function that answers at once: it is let run until it
 * looks at a point that was not simulated, all such points are simulated together, and it is run again.
 */
function* goDown(trial: TrialStudy, targets: readonly Target[], starts: readonly Point[]): Trials<Point[]> {
  const ends: (Point | null)[] = starts.map(() => null);
  const seen: Point[] = [...starts];
  while (ends.includes(null)) {
    const wanted: Point[] = [];
    for (const [s, start] of starts.entries()) {
      if (ends[s] !== null) continue;
      try {
        ends[s] = within(descent(trial, targets, start));
      } catch (error) {
        if (!(error instanceof NotSimulated)) throw error;
        const centre = seen.find((point) => isNeighbour(point, error.point));
        wanted.push(error.point, ...(centre === undefined ? [] : neighbours(centre)));
        if (centre === undefined) seen.push(error.point);
      }
    }
    yield* trial.ask(wanted);
  }
  yield* trial.ask(ends as Point[]);
  return ends as Point[];
}

function descent(trial: TrialStudy, targets: readonly Target[], start: Point): number[] {
  const places = targets.map((_, index) => index);
  const { parameterValues } = levenbergMarquardt(
    { x: places, y: places.map(() => 0) },
    (point) => {
      const misses = trial.missesAt(point, targets);
      return (place) => misses[place]!;
    },
    {
      ...{ initialValues: [...start], minValues: start.map(() => 0), maxValues: start.map(() => 1) },
      ...{ gradientDifference: SLOPE_STEP, centralDifference: true, damping: 0.1, maxIterations: STEPS },
      errorTolerance: 1e-3,
    },
  );
  return parameterValues;
}

/** Whether a point lies one step of a slope away from another. */
function isNeighbour(centre: Point, point: Point): boolean {
  const moved = point.filter((at, i) => Math.abs(at - centre[i]!) > 1e-9);
  return (
    moved.length === 1 &&
    neighbours(centre).some((one) => one.every((at, i) => Math.abs(at - point[i]!) < 1e-9))
  );
}

function neighbours(centre: Point): Point[] {
  return centre.flatMap((_, axis) =>
    [SLOPE_STEP, -SLOPE_STEP].map((step) => centre.map((at, i) => (i === axis ? at + step : at))),
  );
}

function within(point: Point): Point {
  return point.map((at) => Math.min(1, Math.max(0, at)));
}
