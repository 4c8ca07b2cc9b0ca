import { describe, expect, it } from 'vitest';
import {
  type Distribution,
  quantileOf,
  Distribution as Schema,
} from '../../../src/simulation/scenario/distribution.ts';

const LAWS: readonly [Distribution, number, number][] = [
  [{ type: 'uniform', low: 2, high: 6 }, 4, 4 / Math.sqrt(12)],
  [{ type: 'triangular', low: 0, mode: 1, high: 5 }, 2, Math.sqrt((25 + 1 - 5) / 18)],
  [{ type: 'normal', mean: 3, sd: 2 }, 3, 2],
  [{ type: 'beta', mean: 0.377, sd: 0.05 }, 0.377, 0.05],
  [{ type: 'gamma', mean: 40, sd: 15 }, 40, 15],
  [{ type: 'lognormal', mean: 40, sd: 15 }, 40, 15],
];

describe('quantileOf', () => {
  it.each(LAWS)('has the mean and deviation of %j', (law, mean, sd) => {
    const points = 20_000;
    const values = Array.from({ length: points }, (_, i) => quantileOf(law, (i + 0.5) / points));
    const found = values.reduce((sum, value) => sum + value, 0) / points;
    const variance = values.reduce((sum, value) => sum + (value - found) ** 2, 0) / points;
    expect(found / mean).toBeCloseTo(1, 3);
    expect(Math.sqrt(variance) / sd).toBeCloseTo(1, 2);
    expect(values).toEqual([...values].sort((a, b) => a - b));
  });

  it('does not take a beta law that no share can follow', () => {
    expect(Schema.safeParse({ type: 'beta', mean: 0.1, sd: 0.4 }).success).toBe(false);
  });
});
