import { describe, expect, it } from 'vitest';
import { isSpent, MOST_TRIALS, searchPoint } from '../../../src/simulation/calibration/search-point.ts';
import { Targets, targetList } from '../../../src/simulation/calibration/targets.ts';
import { TrialStudy } from '../../../src/simulation/calibration/trial-study.ts';

const axes = Array.from({ length: 16 }, (_, i) => ({ name: `p${i}`, low: 0, high: 1 }));
const targets = targetList(
  Targets.parse({
    id: 'x',
    title: 'x',
    targets: ['a', 'b', 'c', 'd'].map((figure) => ({ figure, value: 0.9, within: 0.001, source: 'x' })),
  }),
);
/** Figures that always lie further apart than the targets: each parameter lifts one of them and lowers the next. */
const figuresOf = (values: Readonly<Record<string, number>>) => {
  const figures = [0.5, 0.45, 0.4, 0.35];
  Object.values(values).forEach((value, i) => {
    figures[i % 4]! += 0.05 * Math.sin(3 * value + i);
    figures[(i + 1) % 4]! -= 0.04 * value * value;
  });
  return Object.fromEntries(['a', 'b', 'c', 'd'].map((name, i) => [name, figures[i]!]));
};

describe('searchPoint', () => {
  it('ends where figures stay out of reach, with the best point that was seen', () => {
    const trial = new TrialStudy(axes);
    const start = axes.map(() => 0.3);
    const search = searchPoint(trial, targets, { seed: 3, start, enough: () => false });
    let most = 0;
    for (let step = search.next(); ; ) {
      if (step.done) {
        expect(isSpent(trial)).toBe(true);
        expect(trial.trials).toBeLessThanOrEqual(MOST_TRIALS + most);
        expect(trial.scoreAt(step.value, targets)).toBeLessThan(trial.scoreAt(start, targets));
        return;
      }
      if (trial.trials > 300) most = Math.max(most, step.value.length);
      step = search.next(step.value.map(({ values }) => figuresOf(values)));
    }
  });
});
