import { describe, expect, it } from 'vitest';
import { checkTargets } from '../../../src/simulation/calibration/check-targets.ts';
import { contradictions } from '../../../src/simulation/calibration/contradictions.ts';
import type { TargetProblems } from '../../../src/simulation/calibration/target-problems.ts';
import { errorOf, Targets, targetList } from '../../../src/simulation/calibration/targets.ts';
import { weeklyStudy } from '../experiment/weekly-hazards.ts';

const known = {
  completed: 0.4,
  'discharged.terminated': 0.2,
  'stay.completed.median': 50,
  'retention.90': 0.3,
};
const document = (targets: object[], more: object = {}) =>
  Targets.parse({ id: 'x', title: 'x', targets: targets.map((one) => ({ source: 'x', ...one })), ...more });
const list = (targets: object[], more: object = {}) => targetList(document(targets, more));
const scenario = {
  behaviour: weeklyStudy().scenario.behaviour,
  horizon: { days: 300, source: 'x' },
  parameters: { 'drop-out': { at: ['x'], low: 0, high: 1, source: 'x' } },
};
const check =
  (targets: object[], more: object = {}) =>
  () =>
    checkTargets(document(targets, more), known, scenario);

describe('checkTargets', () => {
  it.each([
    [{ figure: 'completed', value: 37.7, within: 2 }, 'write 0.377 for 37.7 %'],
    [{ figure: 'completed', value: -0.1, within: 0.02 }, 'completed is a share from 0 to 1, not -0.1'],
    [{ figure: 'completed', value: 0.4, within: 2 }, 'within 2 allows anything'],
    [{ figure: 'complete', value: 0.4, within: 0.1 }, 'no figure complete: did you mean completed?'],
    [{ figure: 'retention.400', value: 0.4, within: 0.1 }, 'beyond the horizon of 300 days'],
    [{ figure: 'attendance.week.0', value: 0.4, within: 0.1 }, 'beyond the horizon'],
    [{ figure: 'stay.completed.median', value: 350, within: 5 }, 'patients are followed for 300'],
    [{ figure: 'stay.completed.median', value: 50, n: 400 }, 'is no share'],
    [
      { figure: ['completed', 'stay.completed.median'], value: 0.5, within: 0.1 },
      'adds up shares and other figures',
    ],
    [{ figure: 'completed', value: 0.4, within: 0.1, holdOut: true }, 'there is nothing to fit to'],
  ])('refuses %j', (target, problem) => {
    expect(check([target])).toThrow(problem);
  });

  it('tells everything that is wrong at once', () => {
    const two = [
      { figure: 'luck', value: 1, within: 1 },
      { figure: 'completed', value: 40, within: 1 },
    ];
    expect(check(two)).toThrow(/no figure luck\n.*write 0.4 for 40 %/);
  });

  it('says of each where it stands, with the names that were meant', () => {
    const points = [{ at: 30, value: 0.5, within: 0.1 }];
    const curves = [{ curve: 'retentoin', points, source: 'x' }];
    const found = (() => {
      try {
        check([{ figure: 'completd', value: 0.4, within: 0.1 }], { curves, fit: ['drop-outs'] })();
      } catch (error) {
        return error;
      }
      return null;
    })();
    expect((found as TargetProblems).problems).toEqual([
      { path: ['targets', 0, 'figure'], message: 'a cohort has no figure completd: did you mean completed?' },
      { path: ['curves', 0, 'curve'], message: 'a cohort has no curve retentoin: did you mean retention?' },
      {
        path: ['fit', 0],
        message: 'the scenario declares no parameter drop-outs: did you mean drop-out?',
      },
    ]);
  });

  it('takes retention on any day, and what is known by week', () => {
    const days = [33, 300].map((day) => ({ figure: `retention.${day}`, value: 0.5, within: 0.1 }));
    expect(check([...days, { figure: 'attendance.week.3', value: 0.7, n: 90 }])).not.toThrow();
  });
});

describe('A curve of targets', () => {
  it('is a figure for each point, with a precision of its own or that of the curve', () => {
    const points = [
      { at: 30, value: 0.5 },
      { at: 60, value: 0.4, se: 0.01 },
    ];
    const curve = (precision: object) => ({
      curves: [{ curve: 'retention', points, source: 'x', ...precision }],
    });
    expect(() => list([], curve({ within: 0.02 }))).toThrow('say once how precisely it is known');
    const own = [
      { at: 30, value: 0.5, within: 0.02 },
      { at: 60, value: 0.4, se: 0.01 },
    ];
    const found = list([], { curves: [{ curve: 'retention', points: own, source: 'x' }] });
    expect(found.map((one) => [one.figure, one.value, errorOf(one)])).toEqual([
      ['retention.30', 0.5, 0.01],
      ['retention.60', 0.4, 0.01],
    ]);
  });

  it('of shares of so many people is as precise as the binomial law says, and of means as their deviation says', () => {
    expect(errorOf({ figure: 'completed', value: 0.5, n: 100, source: 'x' })).toBeCloseTo(0.05, 10);
    expect(errorOf({ figure: 'x', value: 50, sd: 20, n: 100, source: 'x' })).toBeCloseTo(2, 10);
    expect(errorOf({ figure: 'completed', value: 0, n: 100, source: 'x' })).toBeGreaterThan(0.005);
  });
});

describe('contradictions', () => {
  it('are told before anything is blamed on the model', () => {
    const found = contradictions(
      list([
        { figure: 'discharged.completed', value: 0.7, within: 0.1 },
        { figure: 'discharged.terminated', value: 0.6, within: 0.1 },
        { figure: 'retention.30', value: 0.4, within: 0.1 },
        { figure: 'retention.60', value: 0.5, within: 0.1 },
        { figure: 'retention.60', value: 0.3, within: 0.1 },
        { figure: 'completed', value: 0.6, within: 0.1 },
        { figure: 'end.dropped-out', value: 0.6, within: 0.1 },
        ...['completed', 'dropped-out', 'terminated', 'transferred', 'discharged'].map((of, i) => ({
          ...{ figure: `stay.${of}.median`, value: 20 + 10 * i, within: 2 },
        })),
      ]),
    );
    expect(found.join(' ')).toMatch(/by reason of discharge add up to 1.3, more than all/);
    expect(found.join(' ')).toContain('retention.60 is to come to 0.5 and to 0.3');
    expect(found.join(' ')).toContain('shares by end add up to 1.2, more than all');
    expect(found.join(' ')).toContain(
      'median stay of all, 60, lies outside of those of the reasons, 20 to 50',
    );
    expect(found.join(' ')).toContain('Retention is to rise from day 30 to day 60');
    expect(contradictions(list([{ figure: 'completed', value: 0.5, within: 0.1 }]))).toEqual([]);
  });
});
