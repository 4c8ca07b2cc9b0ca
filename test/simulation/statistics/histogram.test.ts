import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Histogram } from '../../../src/simulation/statistics/histogram.ts';
import { meanInterval } from '../../../src/simulation/statistics/mean-interval.ts';

const of = (values: readonly number[]) => {
  const histogram = new Histogram();
  for (const value of values) histogram.add(value);
  return histogram;
};
const values = fc.array(fc.nat(200), { minLength: 2, maxLength: 60 });

describe('a histogram', () => {
  it('has the mean, its interval and the median of the single values', () => {
    fc.assert(
      fc.property(values, (list) => {
        const histogram = of(list);
        const [found, expected] = [histogram.mean(), meanInterval(list)];
        expect(found.value).toBeCloseTo(expected.value, 9);
        expect(found.low).toBeCloseTo(expected.low!, 9);
        const sorted = [...list].sort((a, b) => a - b);
        const middle = (sorted[(list.length - 1) >> 1]! + sorted[list.length >> 1]!) / 2;
        expect(histogram.median().value).toBe(middle);
        expect(histogram.quantile(0.25)).toBe(sorted[Math.ceil(0.25 * list.length) - 1]);
      }),
    );
  });

  it('is the same from shards in any order', () => {
    fc.assert(
      fc.property(values, values, (a, b) => {
        const [ab, ba] = [of(a), of(b)];
        ab.merge(of(b));
        ba.merge(of(a));
        expect(ab.counts).toEqual(of([...a, ...b]).counts);
        expect(ba.counts).toEqual(ab.counts);
      }),
    );
  });

  it('has an interval of its median that holds 95 of 100 of the binomial law', () => {
    // Of 100 values in order, those at places 40 and 61: 50 ∓ 1.96·√100/2.
    const { low, high } = of(Array.from({ length: 100 }, (_, i) => i + 1)).median();
    expect([low, high]).toEqual([40, 61]);
    expect(of([5]).median()).toEqual({ value: 5, low: null, high: null });
  });

  it('refuses what it cannot count, and has nothing to say of nothing', () => {
    expect(() => of([-1])).toThrow('not -1');
    expect(of([]).quantile(0.5)).toBe(Number.NaN);
    expect(of([]).total).toBe(0);
  });

  it('takes no counts that are no list, as a typed array becomes in JSON', () => {
    const counts = JSON.parse(JSON.stringify(Float64Array.of(1, 2)));
    expect(() => new Histogram().addCounts(counts)).toThrow('a list');
  });
});
