import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leaveLengths } from '../../src/simulation/leave-lengths.ts';
import { type Distribution, quantileOf } from '../../src/simulation/scenario/distribution.ts';

const LAWS: readonly Distribution[] = [
  { type: 'uniform', low: 3, high: 20 },
  { type: 'triangular', low: -4, mode: 2, high: 9 },
  { type: 'lognormal', mean: 14, sd: 10 },
  { type: 'gamma', mean: 2, sd: 3 },
];

describe('leaveLengths', () => {
  it('has a day more for each threshold that a draw reaches, and never less than one', () => {
    fc.assert(
      fc.property(fc.constantFrom(...LAWS), fc.nat(2 ** 30 - 1), (law, draw) => {
        const length = 1 + leaveLengths(law).filter((upTo) => upTo <= draw).length;
        expect(length).toBe(Math.max(1, Math.round(quantileOf(law, (draw + 0.5) / 2 ** 30))));
      }),
    );
  });

  it('tells no leaves apart that are longer than any simulation', () => {
    const law: Distribution = { type: 'uniform', low: 0, high: 1e9 };
    expect(leaveLengths(law).length).toBe(7307);
  });
});
