import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { meanInterval } from '../statistics/mean-interval.ts';
import { valueOn } from './axis.ts';
import type { FittedParameter, LooseDirection } from './fit.ts';
import type { Target } from './targets.ts';
import type { Point, TrialStudy, Trials } from './trial-study.ts';

const Z = 1.959963984540054;
/** The standard deviation, as a part of the range, of somebody who knows nothing but the range. */
const IGNORANT = 1 / Math.sqrt(12);
/** Slopes are measured over this part of the range to both sides, on so many cohorts. */
const STEP = 0.06;
const COHORTS = 3;
/** A slope counts where it stands out from what chance does among the cohorts by so many errors. */
const STANDS_OUT = 2.5;

/**
 * Says how well the figures determine the parameters around a point: from the slopes of the figures, intervals of least squares
 * (widened by `spread`, the squared misses for each degree of freedom, where that is more than 1), and the directions of which the
 * figures say less than the range itself. Whether a parameter is identifiable does not depend on how good the fit is.
 */
export function* uncertaintyAt(
  trial: TrialStudy,
  point: Point,
  targets: readonly Target[],
  spread: number,
): Trials<{
  readonly parameters: readonly Omit<FittedParameter, 'start'>[];
  readonly loose: readonly LooseDirection[];
}> {
  const jacobian = new Matrix(yield* slopesAt(trial, point, targets)).transpose();
  const information = jacobian.transpose().mmul(jacobian);
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(information, {
    assumeSymmetric: true,
  });
  const directions = realEigenvalues.map((information, d) => ({
    deviation: 1 / Math.sqrt(Math.max(information, 1e-12)),
    of: trial.axes.map((_, axis) => eigenvectorMatrix.get(axis, d)),
  }));
  const widen = Math.sqrt(Math.max(1, spread));
  const parameters = trial.axes.map((parameter, axis) => {
    const variance = directions.reduce((sum, { deviation, of }) => sum + (of[axis]! * deviation) ** 2, 0);
    const deviation = Math.sqrt(variance);
    const at = point[axis]!;
    const ends = [at - Z * widen * deviation, at + Z * widen * deviation].map((end) =>
      valueOn(parameter, end),
    );
    return {
      name: parameter.name,
      value: valueOn(parameter, at),
      ...{ low: Math.min(...ends), high: Math.max(...ends) },
      range: [parameter.low, parameter.high] as const,
      identifiable: deviation < IGNORANT,
      atBound: at <= 0.005 || at >= 0.995,
    };
  });
  const loose = directions
    .filter(({ deviation }) => deviation >= IGNORANT)
    .map(({ of }) =>
      Object.fromEntries(
        trial.axes.flatMap(({ name }, axis) =>
          Math.abs(of[axis]!) < 0.2 ? [] : [[name, Number(of[axis]!.toFixed(2))]],
        ),
      ),
    );
  return { parameters, loose };
}

/** By axis and target, how the miss changes over the range; 0 where that does not stand out from chance. */
function* slopesAt(trial: TrialStudy, point: Point, targets: readonly Target[]): Trials<number[][]> {
  const sides = trial.axes.map((_, axis) =>
    [-STEP, STEP].map((step) =>
      point.map((at, i) => (i === axis ? Math.min(1, Math.max(0, at + step)) : at)),
    ),
  ) as [number[], number[]][];
  const cohorts = Array.from({ length: COHORTS }, (_, replication) => replication + 1);
  yield* trial.ask(sides.flat(), cohorts);
  return sides.map(([down, up], axis) => {
    const slopes = cohorts.map((replication) => {
      const [low, high] = [
        trial.missesAt(down, targets, replication),
        trial.missesAt(up, targets, replication),
      ];
      return targets.map((_, t) => (high[t]! - low[t]!) / (up[axis]! - down[axis]!));
    });
    return targets.map((_, t) => {
      const { value, high } = meanInterval(
        slopes.map((of) => of[t]!),
        0.6827,
      );
      return Math.abs(value) > STANDS_OUT * (high! - value) ? value : 0;
    });
  });
}
