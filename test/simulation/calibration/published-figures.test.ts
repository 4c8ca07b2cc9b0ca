import { describe, expect, it } from 'vitest';
import { checkTargets } from '../../../src/simulation/calibration/check-targets.ts';
import {
  errorOf,
  figuresOfTarget,
  Targets,
  targetList,
} from '../../../src/simulation/calibration/targets.ts';
import { weeklyStudy } from '../experiment/weekly-hazards.ts';

const { scenario } = weeklyStudy();
const traits = [{ id: 'severity', source: 'x', levels: [{ id: 'mild' }, { id: 'severe' }] }];
const inTwo = { ...scenario, behaviour: { ...scenario.behaviour, traits } };
const known = { completed: 0.4, 'longest-abstinence.mean': 30, 'clinic.wait.mean': 3, attendance: 0.7 };
const document = (target: object, more: object = {}) =>
  Targets.parse({ id: 'x', title: 'x', targets: [{ source: 'x', ...target }], ...more });
const single = (target: object) => targetList(document(target))[0]!;
const check =
  (target: object, more: object = {}) =>
  () =>
    checkTargets(document(target, more), known, inTwo);

describe('A published figure', () => {
  it('may be a percentage, its error as well', () => {
    const target = single({ figure: 'completed', value: '36.4 %', se: '1.5%' });
    expect([target.value, errorOf(target)]).toEqual([0.364, 0.015]);
    const { success } = Targets.safeParse({
      ...{ id: 'x', title: 'x', targets: [{ figure: 'completed', value: 'a third', source: 'x' }] },
    });
    expect(success).toBe(false);
  });

  it('may be in weeks where a cohort tells days, with its deviation', () => {
    const target = single({ figure: 'longest-abstinence.mean', value: 5, sd: 4, n: 16, unit: 'weeks' });
    expect([target.value, errorOf(target)]).toEqual([35, 7]);
    expect(single({ figure: 'minutes-attended.mean', value: 20, se: 1, unit: 'hours' }).value).toBe(1200);
  });

  it('without a precision is met within 0.02 of a share, and a twentieth of anything else, which is remembered', () => {
    const share = single({ figure: 'completed', value: 0.4 });
    expect([share.within, share.assumedPrecision]).toEqual([0.02, true]);
    expect(single({ figure: 'stay.median', value: 40 }).within).toBe(2);
    expect(single({ figure: 'completed', value: 0.4, n: 90 }).assumedPrecision).toBeUndefined();
  });

  it('may be of the patients with one level of a trait', () => {
    const target = { figure: ['completed', 'attendance'], value: 0.3, of: { severity: 'severe' } };
    expect(figuresOfTarget(single(target))).toEqual([
      'severity=severe/completed',
      'severity=severe/attendance',
    ]);
    expect(check(target)).not.toThrow();
    expect(check({ ...target, of: { severty: 'severe' } })).toThrow(
      'has no trait severty: did you mean severity?',
    );
    expect(check({ ...target, of: { severity: 'sever' } })).toThrow('no level sever: did you mean severe?');
    expect(check({ ...target, figure: 'clinic.wait.mean', value: 3 })).toThrow('of all patients only');
    expect(check({ ...target, figure: 'attendance.week.2' })).toThrow('of all patients only');
    expect(check({ ...target, value: 30 })).toThrow('write 0.3 for 30 %');
  });

  it('may be a quantile of stays or amounts, and retention by week', () => {
    for (const figure of ['stay.discharged.q25', 'stay.completed.q75', 'sessions-attended.median'])
      expect(check({ figure, value: 20 })).not.toThrow();
    expect(check({ figure: 'retention.week.14', value: 0.2 })).not.toThrow();
    expect(check({ figure: 'retention.week.15', value: 0.2 })).toThrow('beyond the horizon of 100 days');
    for (const figure of ['stay.completed.q0', 'stay.somehow.q25', 'luck.median'])
      expect(check({ figure, value: 20 })).toThrow(`no figure ${figure}`);
  });
});

describe('The parameters of a fit', () => {
  const fitting = (parameter: string) =>
    check({ figure: 'completed', value: 0.4 }, { fit: [{ parameter, low: 0.1, high: 0.5 }] });

  it('may be any number of the scenario, with a range', () => {
    expect(fitting('behaviour.attendance.probability')).not.toThrow();
    expect(fitting('behaviour.attendence.probability')).toThrow('there is no attendence at behaviour');
    expect(fitting('atendance')).toThrow('declares no parameter atendance');
  });
});
