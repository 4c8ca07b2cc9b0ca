import { describe, expect, it } from 'vitest';
import { waningAttendance } from '../../examples/models/waning-attendance.ts';
import { compilePlan } from '../../src/program/compile-plan.ts';
import { BehaviourModel, loadStudy, simulatePatient } from '../../src/simulation.ts';
import { disagreements } from '../simulation/compare-executions.ts';

describe('a model of your own', () => {
  it('is a model like those of scenarios', () => {
    expect(BehaviourModel.parse(waningAttendance(0.9, 0.4))).toMatchObject({ probability: 0.9 });
  });

  it('runs in the kernel as in the machine, event for event', async () => {
    const loaded = await loadStudy('examples/scenarios/matrix.yaml');
    if (!loaded.ok) throw new Error('the scenario is wrong');
    const { scenario, curriculum } = loaded.study;
    const plan = compilePlan(curriculum);
    const behaviour = { ...scenario.behaviour, attendance: waningAttendance(0.9, 0.6) };
    const run = { seed: 7, count: 12, horizonDays: 120 };
    expect(disagreements(plan, behaviour, run).disagreements).toEqual([]);
    const absent = (attendance: BehaviourModel) =>
      [0, 1, 2, 3].reduce((sum, patient) => {
        const { facts } = simulatePatient(plan, { ...behaviour, attendance }, { ...run, patient });
        return sum + facts.filter(({ fact }) => 'status' in fact && fact.status === 'absent').length;
      }, 0);
    expect(absent(behaviour.attendance)).toBeGreaterThan(absent(waningAttendance(0.9, 0)));
  });
});
