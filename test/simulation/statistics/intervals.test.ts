import { describe, expect, it } from 'vitest';
import { figureInterval } from '../../../src/simulation/results/figure-interval.ts';
import { independentDifference } from '../../../src/simulation/statistics/independent-difference.ts';
import { meanInterval } from '../../../src/simulation/statistics/mean-interval.ts';
import { pairedDifference } from '../../../src/simulation/statistics/paired-difference.ts';
import {
  clopperPearsonInterval,
  wilsonInterval,
} from '../../../src/simulation/statistics/proportion-interval.ts';

describe('the interval of a figure over replications', () => {
  it('ends at 0 and 1 for a share, and for nothing else', () => {
    const values = [0, 0.001, 0.06];
    expect(figureInterval('completed', values).low).toBe(0);
    expect(figureInterval('stay.median', values).low).toBeLessThan(0);
    expect(figureInterval('completed', [1, 0.99, 0.9]).high).toBe(1);
  });
});

describe('intervals of a share', () => {
  it('are Wilson’s as R’s prop.test(15, 50, correct = FALSE) has them', () => {
    const { value, low, high } = wilsonInterval(15, 50);
    expect([value, low, high]).toEqual([
      0.3,
      expect.closeTo(0.191035535009, 9),
      expect.closeTo(0.437503504645, 9),
    ]);
  });

  it('are exact as R’s binom.test(15, 50) has them', () => {
    const { low, high } = clopperPearsonInterval(15, 50);
    expect([low, high]).toEqual([expect.closeTo(0.178617845664, 9), expect.closeTo(0.446082325661, 9)]);
  });

  it.each([wilsonInterval, clopperPearsonInterval])(
    'reach 0 and 1 where none or all are counted, and say nothing of nobody',
    (interval) => {
      expect(interval(0, 10)).toMatchObject({ value: 0, low: 0 });
      expect(interval(10, 10)).toMatchObject({ value: 1, high: 1 });
      expect(interval(0, 0)).toEqual({ value: Number.NaN, low: 0, high: 1 });
    },
  );
});

describe('intervals of published examples', () => {
  it.each([
    [81, 263, 0.2553, 0.3662, 0.2527, 0.3676],
    [15, 148, 0.0624, 0.1605, 0.0578, 0.1617],
    [0, 20, 0, 0.1611, 0, 0.1684],
    [1, 29, 0.0061, 0.1718, 0.0009, 0.1776],
  ])('of a share of %i in %i are those of Newcombe 1998', (count, of, ...published) => {
    const [wilson, exact] = [wilsonInterval(count, of), clopperPearsonInterval(count, of)];
    const found = [wilson.low, wilson.high, exact.low, exact.high].map((bound) => bound!.toFixed(4));
    expect(found).toEqual(published.map((bound) => bound.toFixed(4)));
  });

  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [10, 10, 0, 10, 0.6075, 1],
  ])('of a difference of %i in %i and %i in %i are those of Newcombe 1998', (x, m, y, n, low, high) => {
    const found = independentDifference(wilsonInterval(y, n), wilsonInterval(x, m));
    expect([found.low!.toFixed(4), found.high!.toFixed(4)]).toEqual([low.toFixed(4), high.toFixed(4)]);
  });

  it('of a difference are open where one of the two is', () => {
    const open = { value: 0.2, low: null, high: 0.4 };
    expect(independentDifference(open, wilsonInterval(3, 10))).toMatchObject({ low: null, high: null });
  });
});

/** Extra hours of sleep under two drugs (Student 1908). */
const FIRST = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
const SECOND = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

describe('pairedDifference', () => {
  it('is that of Student’s sleepers, as R’s paired t.test has it', () => {
    const { value, low, high, narrowing } = pairedDifference(FIRST, SECOND);
    expect(value).toBeCloseTo(1.58, 12);
    expect([low, high]).toEqual([expect.closeTo(0.700114236723, 7), expect.closeTo(2.459885763277, 7)]);
    expect(narrowing).toBeCloseTo(7.20955555556 / 1.51288888889, 6);
  });

  it('refuses what is not in pairs', () => {
    expect(() => pairedDifference([1, 2], [1])).toThrow('2 values cannot be paired with 1');
  });
});

describe('meanInterval', () => {
  it('is open of one value, and no number of none', () => {
    expect(meanInterval([4])).toEqual({ value: 4, low: null, high: null });
    expect(meanInterval([])).toEqual({ value: Number.NaN, low: null, high: null });
  });
});
