import { describe, expect, it } from 'vitest';
import { breed } from '../../../src/simulation/calibration/breed.ts';
import { TrialStudy } from '../../../src/simulation/calibration/trial-study.ts';
import { latinHypercube } from '../../../src/simulation/scenario/latin-hypercube.ts';

const axes = ['a', 'b', 'c'].map((name) => ({ name, low: 0, high: 1 }));
/** A narrow bent valley, in which one parameter makes up for another: Rosenbrock's. */
const valley = (point: readonly number[]) => {
  const [a, b, c] = point.map((at) => 3 * at - 1) as [number, number, number];
  return 100 * (b - a ** 2) ** 2 + (1 - a) ** 2 + 100 * (c - b ** 2) ** 2 + (1 - b) ** 2;
};
const bred = () => {
  const generations = breed(new TrialStudy(axes), {
    ...{ population: latinHypercube(30, 3, 4), score: valley, isEnough: () => false, seed: 4 },
  });
  for (let step = generations.next(); ; step = generations.next(step.value.map(() => ({}))))
    if (step.done) return step.value;
};

describe('breed', () => {
  it('finds far better points along a narrow valley than it began with, and stays within the ranges', () => {
    const before = Math.min(...latinHypercube(30, 3, 4).map(valley));
    const found = bred();
    expect(valley(found[0]!)).toBeLessThan(before / 5);
    expect(found.flat().every((at) => at >= 0 && at <= 1)).toBe(true);
  });

  it('gives the same points for the same seed', () => {
    expect(bred()).toEqual(bred());
  });
});
