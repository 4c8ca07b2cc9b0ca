import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import type { FittedParameter, LooseDirection } from './fit.ts';
import type { Target } from './targets.ts';
import type { TrialStudy } from './trial-study.ts';

const Z = 1.959963984540054;
/** The standard deviation, as a part of the range, of somebody who knows nothing but the range. */
const IGNORANT = 1 / Math.sqrt(12);
/** Slopes are measured over this part of the range to both sides. */
const STEP = 0.05;

/**
 * Says how well the figures determine the parameters around a point: from the slopes of the figures, intervals of least squares
 * (widened by `spread`, the squared misses for each degree of freedom, where that is more than 1), and the directions of which the
 * figures say less than the range itself.
 */
export function uncertaintyAt(
  trial: TrialStudy,
  point: readonly number[],
  targets: readonly Target[],
  spread: number,
): {
  readonly parameters: readonly Omit<FittedParameter, 'start'>[];
  readonly loose: readonly LooseDirection[];
} {
  const slopes = trial.axes.map((_, axis) => {
    const [down, up] = [-STEP, STEP].map((step) =>
      point.map((at, i) => (i === axis ? Math.min(1, Math.max(0, at + step)) : at)),
    ) as [number[], number[]];
    const [low, high] = [trial.missesAt(down, targets), trial.missesAt(up, targets)];
    return targets.map((_, t) => (high[t]! - low[t]!) / (up[axis]! - down[axis]!));
  });
  const jacobian = new Matrix(slopes).transpose();
  const information = jacobian.transpose().mmul(jacobian);
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(information, {
    assumeSymmetric: true,
  });
  const widen = Math.max(1, spread);
  const directions = realEigenvalues.map((information, d) => ({
    deviation: Math.sqrt(widen / Math.max(information, 1e-12)),
    of: trial.axes.map((_, axis) => eigenvectorMatrix.get(axis, d)),
  }));
  const parameters = trial.axes.map(({ name, low, high }, axis) => {
    const variance = directions.reduce((sum, { deviation, of }) => sum + (of[axis]! * deviation) ** 2, 0);
    const deviation = Math.sqrt(variance);
    const range = high - low;
    const value = low + point[axis]! * range;
    const half = Z * deviation * range;
    const ends = [Math.min(low, high), Math.max(low, high)] as const;
    return {
      ...{
        name,
        value,
        low: Math.max(ends[0], value - Math.abs(half)),
        high: Math.min(ends[1], value + Math.abs(half)),
      },
      ...{ range: ends, identifiable: deviation < IGNORANT },
      atBound: point[axis]! <= 0.005 || point[axis]! >= 0.995,
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
