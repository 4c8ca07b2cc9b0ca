import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cumulativeIncidence } from '../../../src/simulation/statistics/cumulative-incidence.ts';
import { kaplanMeier, stepOn } from '../../../src/simulation/statistics/kaplan-meier.ts';
import { lifeTableOf } from '../../../src/simulation/statistics/life-table.ts';

/** Months to relapse (0) or death in remission (1) after a transplant, −1 lost from sight: Scrucca, Santucci and Aversa 2007. */
const TRANSPLANTS = (
  '13/1 1/0 72/-1 7/1 8/1 67/-1 9/1 5/1 70/-1 4/-1 7/-1 68/-1 1/1 10/1 7/1 3/0 4/0 4/0 3/0 3/0 22/1 8/0 ' +
  '2/1 0/1 0/0 35/-1 35/-1 4/1 14/1 26/1 3/1 2/-1 8/-1 32/-1 12/0'
)
  .split(' ')
  .map((row) => row.split('/').map(Number))
  .map(([day = 0, cause = 0]) => ({ day, cause }));

describe('cumulativeIncidence', () => {
  const [relapse = [], death = []] = cumulativeIncidence(lifeTableOf(TRANSPLANTS, 2));

  it.each([
    [0, 0.02857142857, 0.02816030745, 0.02857142857, 0.02816030745],
    [1, 0.05714285714, 0.0392346607, 0.05714285714, 0.0392346607],
    [3, 0.14581280788, 0.060307004, 0.11527093596, 0.05423957371],
    [4, 0.20492610837, 0.06910628593, 0.14482758621, 0.05994053424],
    [8, 0.23771163638, 0.07360519492, 0.27050544356, 0.07732901125],
    [12, 0.27283898781, 0.07809068788, 0.34076014642, 0.08415192368],
    [26, 0.27283898781, 0.07809068788, 0.48126955216, 0.09001679566],
  ])('equals R’s survival 3.5-3 on the transplants of a published guide, month %i', (month, ...expected) => {
    const on = (steps: typeof relapse) => steps.findLast(({ day }) => day <= month)!;
    const [r, d] = [on(relapse), on(death)];
    for (const [i, value] of [r.incidence, r.standardError, d.incidence, d.standardError].entries())
      expect(value).toBeCloseTo(expected[i]!, 9);
  });

  it('has intervals on the scale of log(−log F) that hold the figure', () => {
    const last = death.at(-1)!;
    const z = 1.959963984540054;
    const width = Math.exp((z * last.standardError) / (-Math.log(last.incidence) * last.incidence));
    expect(last.low).toBeCloseTo(last.incidence ** width, 12);
    for (const { low, incidence, high } of [...relapse, ...death]) {
      expect(low).toBeLessThan(incidence);
      expect(high).toBeGreaterThan(incidence);
    }
  });

  it('adds up with the survival to one on every day, whoever is lost from sight', () => {
    const observation = fc.record({ day: fc.nat(30), cause: fc.integer({ min: -1, max: 2 }) });
    fc.assert(
      fc.property(fc.array(observation, { minLength: 1, maxLength: 50 }), (observations) => {
        const table = lifeTableOf(observations, 3);
        const curves = cumulativeIncidence(table);
        const survival = kaplanMeier(table);
        for (let day = 0; day <= 30; day += 1) {
          const ended = curves.map((steps) => steps.findLast((s) => s.day <= day)?.incidence ?? 0);
          const left = stepOn(survival, day)?.survival ?? 1;
          expect(ended.reduce((sum, share) => sum + share, left)).toBeCloseTo(1, 9);
        }
      }),
    );
  });

  it('has the binomial error while nobody is lost from sight', () => {
    const observation = fc.record({ day: fc.nat(30), cause: fc.integer({ min: 0, max: 2 }) });
    fc.assert(
      fc.property(fc.array(observation, { minLength: 1, maxLength: 50 }), (observations) => {
        const n = observations.length;
        for (const [cause, steps] of cumulativeIncidence(lifeTableOf(observations, 3)).entries())
          for (const { day, incidence, standardError } of steps) {
            const share = observations.filter((o) => o.cause === cause && o.day <= day).length / n;
            expect(incidence).toBeCloseTo(share, 9);
            expect(standardError ** 2).toBeCloseTo((share * (1 - share)) / n, 9);
          }
      }),
    );
  });
});
