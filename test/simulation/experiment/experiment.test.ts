import { describe, expect, it } from 'vitest';
import { compareStudies } from '../../../src/simulation/experiment/compare-studies.ts';
import { figureEstimates } from '../../../src/simulation/experiment/figure-estimates.ts';
import { oneWayBars, oneWaySets } from '../../../src/simulation/experiment/one-way-sensitivity.ts';
import { probabilisticSets } from '../../../src/simulation/experiment/probabilistic-sets.ts';
import { replicate, replicateUntil } from '../../../src/simulation/experiment/replicate.ts';
import { sweepStudy } from '../../../src/simulation/experiment/sweep-study.ts';
import { prepareWeeklyHazards, weeklyShares, weeklyStudy } from './weekly-hazards.ts';

const run = { seed: 3, patients: 1000 };
const study = weeklyStudy();
const prepared = prepareWeeklyHazards(study);

describe('replications', () => {
  it('have intervals that hold what arithmetic says', () => {
    const figures = figureEstimates(replicate(prepared, run, 12));
    for (const [name, share] of Object.entries(weeklyShares(0.05, 0.02, 0.03))) {
      const { value, low, high } = figures[name]!;
      expect(Math.abs(value - share)).toBeLessThan(4 * ((high! - low!) / 4));
      expect(high! - low!).toBeLessThan(0.03);
    }
  });

  it('are of other patients each, and the same when repeated', () => {
    const twice = [replicate(prepared, run, 3), replicate(prepared, run, 3)];
    expect(twice[0]).toEqual(twice[1]);
    expect(new Set(twice[0]!.map((figures) => figures.completed)).size).toBe(3);
  });

  it('go on until a figure is as precise as asked for, and say when it is not', () => {
    const fine = { figure: 'completed', halfWidth: 0.006, atMost: 200 };
    const { replications, reached } = replicateUntil(prepared, run, fine);
    const { value, high } = figureEstimates(replications)['completed']!;
    expect(reached).toBe(true);
    expect(high! - value).toBeLessThanOrEqual(0.006);
    expect(replications.length).toBeGreaterThan(5);
    const short = replicateUntil(prepared, run, { ...fine, halfWidth: 1e-6, atMost: 6 });
    expect([short.reached, short.replications.length]).toEqual([false, 6]);
    expect(() => replicateUntil(prepared, run, { ...fine, figure: 'happiness' })).toThrow(
      'no figure happiness',
    );
  });

  it('leave out a figure that one of them does not have', () => {
    const some = [
      { completed: 0.5, 'stay.death.median': null },
      { completed: 0.7, 'stay.death.median': 4 },
    ];
    expect(Object.keys(figureEstimates(some))).toEqual(['completed']);
  });
});

describe('compareStudies', () => {
  it('is sharper on the same random numbers than on others', () => {
    const other = prepareWeeklyHazards(weeklyStudy(0.06));
    const [a, b] = [replicate(prepared, run, 10), replicate(other, run, 10)];
    const paired = compareStudies(a, b).find(({ figure }) => figure === 'completed')!.difference;
    const expected =
      weeklyShares(0.06, 0.02, 0.03)['completed']! - weeklyShares(0.05, 0.02, 0.03)['completed']!;
    expect(paired.low).toBeLessThan(expected);
    expect(paired.high).toBeGreaterThan(expected);
    expect(paired.narrowing).toBeGreaterThan(3);
  });

  it('finds no difference of a scenario to itself', () => {
    const a = replicate(prepared, run, 4);
    for (const { difference } of compareStudies(a, a))
      expect([difference.value, difference.low, difference.high]).toEqual([0, 0, 0]);
  });
});

describe('sensitivity', () => {
  it('moves one parameter at a time, and reads the bars of a figure', () => {
    const rows = sweepStudy(prepareWeeklyHazards, study, oneWaySets(study), run, 1);
    const { base, bars } = oneWayBars(study, rows, 'completed')!;
    const bar = (name: string) => bars.find(({ parameter }) => parameter === name)!;
    expect(bar('drop-out')).toMatchObject({ value: 0.05, low: 0, high: 0.3 });
    expect(bar('drop-out').atLow).toBeGreaterThan(base);
    expect(bar('drop-out').atHigh).toBeLessThan(0.1);
    expect(bar('admission')).toMatchObject({ atLow: base, atHigh: base });
    const cost = oneWayBars(study, rows, 'cost.mean')!;
    expect(cost.bars.find(({ parameter }) => parameter === 'admission')!.atHigh - cost.base).toBeCloseTo(
      900,
      6,
    );
    expect(oneWayBars(study, rows, 'stay.death.median')).toBe(null);
  });

  it('draws all parameters at once, each over its own range', () => {
    const sets = probabilisticSets(study, 50, 9);
    expect(sets).toHaveLength(50);
    expect(Math.max(...sets.map((set) => set['drop-out']!))).toBeGreaterThan(0.29);
    expect(sets.every((set) => set['admission']! >= 0 && set['admission']! <= 1000)).toBe(true);
    expect(probabilisticSets(study, 50, 9)).toEqual(sets);
  });
});
