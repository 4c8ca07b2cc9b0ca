import { describe, expect, it } from 'vitest';
import { fromDayNumber } from '../../src/curriculum/calendar-date.ts';
import { loadCurriculumLibrary } from '../../src/curriculum-folder.ts';
import { compilePlan } from '../../src/program/compile-plan.ts';
import { Behaviour } from '../../src/simulation/behaviour.ts';
import { compileKernel } from '../../src/simulation/kernel/compile-kernel.ts';
import { simulatePatient } from '../../src/simulation/reference/simulate-patient.ts';
import { plausibleBehaviour } from './plausible-behaviour.ts';

const source = 'assumed';
const plan = compilePlan((await loadCurriculumLibrary([]).find('cra-vouchers'))!);

function cohort(behaviour: Behaviour) {
  const kernel = compileKernel(plan, behaviour);
  if (!kernel.accepted) throw new Error('refused');
  const { patients } = kernel.run({ seed: 4, first: 0, count: 800, horizonDays: 100 });
  const total = (column: Int32Array) => column.reduce((sum, n) => sum + n, 0);
  const { negative, positive, minutes, attended } = patients;
  const [clean, used] = [total(negative), total(positive)];
  return { clean: clean / (clean + used), minutes: total(minutes) / total(attended) };
}

describe('the behaviour of simulated patients', () => {
  it('is bent by the size of the vouchers: the more the next one is worth, the more stop to use', () => {
    const stop = plausibleBehaviour().use!.stop;
    const bent = (logarithm: number) => {
      const trends = { 'reward/vouchers': { logarithm, upTo: 60 } } as const;
      return cohort(plausibleBehaviour({ use: { ...plausibleBehaviour().use!, stop: { ...stop, trends } } }));
    };
    expect(bent(0.8).clean - bent(0).clean).toBeGreaterThan(0.04);
  });

  it('shortens the meetings that are left early', () => {
    const early = (probability: number) =>
      cohort(plausibleBehaviour({ leavesEarly: { chance: { probability, source }, stays: 0.5, source } }))
        .minutes;
    expect(early(1)).toBeLessThan(early(0) * 0.7);
  });

  it('has leaves with a return, on which nothing is expected, through the machine', () => {
    const leave = {
      begins: { probability: 0.4, source },
      days: { type: 'uniform' as const, low: 5, high: 12 },
      source,
    };
    const behaviour = plausibleBehaviour({ leave, dropOut: { probability: 0, source }, exits: {} });
    let returned = 0;
    for (let patient = 0; patient < 6; patient += 1) {
      const { facts, admittedOn } = simulatePatient(plan, behaviour, { seed: 1, patient, horizonDays: 60 });
      const days = (type: string) => facts.flatMap(({ fact }) => (fact.type === type ? [fact.on] : []));
      const [away, back] = [days('LeaveStarted'), days('LeaveEnded')];
      const met = days('AttendanceRecorded');
      for (const [i, from] of away.entries()) {
        const to = back[i] ?? fromDayNumber(admittedOn + 60);
        expect(met.filter((day) => day >= from && day < to)).toEqual([]);
      }
      returned += back.length;
    }
    expect(returned).toBeGreaterThan(3);
  });

  it('refuses readmission by name', () => {
    const { error } = Behaviour.safeParse({ ...plausibleBehaviour(), readmission: {} });
    expect(error?.issues[0]?.message).toBe(
      'readmission is not simulated: each patient is one stay, and one who comes back is another patient',
    );
  });
});
