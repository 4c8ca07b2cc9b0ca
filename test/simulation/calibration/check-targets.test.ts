import { describe, expect, it } from 'vitest';
import { checkTargets, contradictions } from '../../../src/simulation/calibration/check-targets.ts';
import { errorOf, Targets, targetList } from '../../../src/simulation/calibration/targets.ts';

const known = {
  completed: 0.4,
  'discharged.terminated': 0.2,
  'stay.completed.median': 50,
  'retention.90': 0.3,
};
const list = (targets: object[], more: object = {}) =>
  targetList(
    Targets.parse({ id: 'x', title: 'x', targets: targets.map((one) => ({ source: 'x', ...one })), ...more }),
  );
const check = (targets: object[]) => () => checkTargets(list(targets), known, 300);

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
      ]),
    );
    expect(found[0]).toMatch(/add up to 1.3, more than all/);
    expect(found.join(' ')).toContain('retention.60 is to come to 0.5 and to 0.3');
    expect(found.join(' ')).toContain('Retention is to rise from day 30 to day 60');
    expect(contradictions(list([{ figure: 'completed', value: 0.5, within: 0.1 }]))).toEqual([]);
  });
});
