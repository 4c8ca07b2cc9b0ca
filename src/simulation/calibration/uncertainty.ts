import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { meanInterval } from '../statistics/mean-interval.ts';
import { stepOn, valueOn } from './axis.ts';
import { chanceOfCohorts } from './chance-of-cohorts.ts';
import type { FittedParameter, LooseDirection } from './fit.ts';
import type { Target } from './targets.ts';
import type { Point, TrialStudy, Trials } from './trial-study.ts';

const Z = 1.959963984540054;
/** The standard deviation, as a part of the range, of somebody who knows nothing but the range; and what he knows. */
const IGNORANT = 1 / Math.sqrt(12);
const RANGE_KNOWS = 12;
/** Identifiable is of which the figures say at least as much as the range. */
const DOUBLY_KNOWN = IGNORANT / Math.SQRT2;
/** So near to an end of its range, as a part of it, a parameter is at it. */
const AT_END = 0.02;
/** Slopes are measured over this part of the range to both sides, on these cohorts. */
const STEP = 0.06;
const COHORTS = [1, 2, 3];
/** A slope counts where it stands out from what chance does among the cohorts by so many errors. */
const STANDS_OUT = 2.5;

/**
 * Says how well the figures determine the parameters around a point: from the slopes of the figures, intervals of least squares
 * (widened by the squared misses for each degree of freedom, where they are more than chance makes them), and the directions of which the
 * figures say less than the range itself. What the range says is counted in, so that one direction without bounds does not make
 * all parameters unknown that have a small part in it. The fit hangs on the chance of the cohort with which it was found as well as on that
 * of the published figures: both are in the intervals. Whether a parameter is identifiable does not depend on how good the fit is.
 */
export function* uncertaintyAt(
  trial: TrialStudy,
  point: Point,
  targets: readonly Target[],
): Trials<{
  readonly parameters: readonly Omit<FittedParameter, 'start' | 'moves'>[];
  readonly loose: readonly LooseDirection[];
}> {
  const sides = sidesOf(trial, point);
  yield* trial.ask(sides.flat(), COHORTS);
  const chance = chanceOfCohorts(trial, sides.flat(), COHORTS, targets);
  const jacobian = new Matrix(slopesOf(trial, sides, targets)).transpose();
  const information = jacobian.transpose().mmul(jacobian);
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(information, {
    assumeSymmetric: true,
  });
  const known = realEigenvalues.map((information) => Math.max(0, information) + RANGE_KNOWS);
  const directions = known.map((information, d) => ({
    deviation: 1 / Math.sqrt(information),
    of: trial.axes.map((_, axis) => eigenvectorMatrix.get(axis, d)),
  }));
  const widen = Math.sqrt(Math.max(1, spreadAt(trial, point, targets, chance)));
  const inverse = eigenvectorMatrix
    .mmul(Matrix.diag(known.map((information) => 1 / information)))
    .mmul(eigenvectorMatrix.transpose());
  const bySimulation = inverse.mmul(jacobian.transpose()).mmul(Matrix.diag(chance.map(Math.sqrt)));
  const parameters = trial.axes.map((parameter, axis) => {
    const simulated = bySimulation.getRow(axis).reduce((sum, part) => sum + part ** 2, 0);
    const deviation = Math.sqrt(inverse.get(axis, axis) + simulated);
    const at = point[axis]!;
    const identifiable = deviation < DOUBLY_KNOWN;
    const reach = identifiable ? Z * widen * deviation : 1;
    const ends = [at - reach, at + reach].map((end) => valueOn(parameter, end));
    return {
      name: parameter.name,
      value: valueOn(parameter, at),
      ...{ low: Math.min(...ends), high: Math.max(...ends) },
      range: [parameter.low, parameter.high] as const,
      identifiable,
      atBound: at <= AT_END || at >= 1 - AT_END,
    };
  });
  const loose = directions
    .filter(({ deviation }) => deviation >= DOUBLY_KNOWN)
    .map(({ of }) =>
      Object.fromEntries(
        trial.axes.flatMap(({ name }, axis) =>
          Math.abs(of[axis]!) < 0.2 ? [] : [[name, Number(of[axis]!.toFixed(2))]],
        ),
      ),
    );
  return { parameters, loose };
}

/** The squared misses for each degree of freedom, as parts of what chance makes of them; 1 where nothing is left to judge by. */
function spreadAt(
  trial: TrialStudy,
  point: Point,
  targets: readonly Target[],
  chance: readonly number[],
): number {
  const freedom = targets.length - trial.axes.length;
  if (freedom <= 0) return 1;
  const squares = trial.missesAt(point, targets).map((miss, t) => miss ** 2 / (1 + chance[t]!));
  return squares.reduce((sum, one) => sum + one, 0) / freedom;
}

/** By axis, the points to both sides at which slopes are measured. */
function sidesOf({ axes }: TrialStudy, point: Point): [number[], number[]][] {
  return axes.map((one, axis) => {
    const at = (side: number) =>
      point.map((at, i) => (i === axis ? Math.min(1, Math.max(0, at + side * stepOn(one, STEP))) : at));
    return [at(-1), at(1)];
  });
}

/** By axis and target, how the miss changes over the range; 0 where that does not stand out from chance. */
function slopesOf(
  trial: TrialStudy,
  sides: readonly [number[], number[]][],
  targets: readonly Target[],
): number[][] {
  return sides.map(([down, up], axis) => {
    const slopes = COHORTS.map((replication) => {
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
