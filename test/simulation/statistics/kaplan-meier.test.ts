import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kaplanMeier, stepOn } from '../../../src/simulation/statistics/kaplan-meier.ts';
import { lifeTableOf } from '../../../src/simulation/statistics/life-table.ts';
import { medianSurvival } from '../../../src/simulation/statistics/median-survival.ts';
import { restrictedMean } from '../../../src/simulation/statistics/restricted-mean.ts';
import { observed } from './observed.ts';

/** Weeks of remission in acute leukaemia (Freireich et al. 1963, as in Gehan 1965); + was still in remission. */
const MERCAPTOPURINE = observed('6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+');
const PLACEBO = observed('1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23');

describe('kaplanMeier', () => {
  const steps = kaplanMeier(MERCAPTOPURINE);

  it('gives the published curve of 6-mercaptopurine, with Greenwood’s errors and the intervals of R’s survival 3.5-3', () => {
    // summary(survfit(Surv(t, s) ~ 1, conf.type = "log-log"))
    const published = [
      [6, 21, 3, 0.857143, 0.0763604, 0.619718, 0.951552],
      [7, 17, 1, 0.806723, 0.0869353, 0.563147, 0.922809],
      [10, 15, 1, 0.752941, 0.0963497, 0.5032, 0.889362],
      [13, 12, 1, 0.690196, 0.1068147, 0.43161, 0.849066],
      [16, 11, 1, 0.627451, 0.1140539, 0.367511, 0.804912],
      [22, 7, 1, 0.537815, 0.1282338, 0.267779, 0.746791],
      [23, 6, 1, 0.448179, 0.1345915, 0.188052, 0.680143],
    ];
    const found = steps.map((s) => [s.day, s.atRisk, s.events, s.survival, s.standardError, s.low, s.high]);
    expect(found).toHaveLength(published.length);
    for (const [row, values] of published.entries())
      for (const [column, value] of values.entries())
        expect(found[row]![column]).toBeCloseTo(value, column < 3 ? 10 : 5);
  });

  it('has the median and its interval as R has them, open where the curve does not come down far enough', () => {
    expect(medianSurvival(steps)).toEqual({ value: 23, low: 13, high: null });
    expect(medianSurvival(kaplanMeier(PLACEBO))).toEqual({ value: 8, low: 4, high: 11 });
  });

  it('has the restricted mean and its error as R has them', () => {
    const mean = restrictedMean(steps, 35);
    expect([mean.value, mean.standardError]).toEqual([
      expect.closeTo(23.2874, 4),
      expect.closeTo(2.82747, 5),
    ]);
    const placebo = restrictedMean(kaplanMeier(PLACEBO), 35);
    expect([placebo.value, placebo.standardError]).toEqual([
      expect.closeTo(182 / 21, 10),
      expect.closeTo(1.37739, 5),
    ]);
    const early = restrictedMean(kaplanMeier(PLACEBO), 12);
    expect([early.value, early.standardError]).toEqual([
      expect.closeTo(7.28571, 5),
      expect.closeTo(0.888686, 6),
    ]);
  });

  it('takes the middle of the stretch on which a curve lies on one half, as R does', () => {
    expect(medianSurvival(kaplanMeier(observed('1 2 6 9'))).value).toBe(4);
  });

  it('has no step before the first end, and no median, mean loss or error where nobody ended', () => {
    expect(stepOn(steps, 5)).toBe(null);
    expect(stepOn(steps, 9)?.day).toBe(7);
    const none = kaplanMeier(observed('5+ 9+'));
    expect(none).toEqual([]);
    expect(medianSurvival(none)).toEqual({ value: null, low: null, high: null });
    expect(restrictedMean(none, 30)).toEqual({ value: 30, standardError: 0, low: 30, high: 30 });
    expect(kaplanMeier(lifeTableOf([]))).toEqual([]);
  });

  it('is the plain share while nobody is lost from sight, falls, and lies within its interval', () => {
    const days = fc.array(fc.nat(40), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(days, (ends) => {
        let before = 1;
        for (const step of kaplanMeier(lifeTableOf(ends.map((day) => ({ day, cause: 0 }))))) {
          const left = ends.filter((day) => day > step.day).length / ends.length;
          expect(step.survival).toBeCloseTo(left, 12);
          expect(step.standardError).toBeCloseTo(Math.sqrt((left * (1 - left)) / ends.length), 12);
          expect(step.survival).toBeLessThan(before);
          if (step.low !== null) expect(step.low).toBeLessThanOrEqual(step.survival);
          if (step.high !== null) expect(step.high).toBeGreaterThanOrEqual(step.survival);
          before = step.survival;
        }
      }),
    );
  });

  it('has a restricted mean that is the mean of the times cut at the horizon while nobody is lost', () => {
    const days = fc.array(fc.nat(40), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 50 }), (ends, horizon) => {
        const cut = ends.reduce((sum, day) => sum + Math.min(day, horizon), 0) / ends.length;
        const steps = kaplanMeier(lifeTableOf(ends.map((day) => ({ day, cause: 0 }))));
        expect(restrictedMean(steps, horizon).value).toBeCloseTo(cut, 9);
      }),
    );
  });
});
