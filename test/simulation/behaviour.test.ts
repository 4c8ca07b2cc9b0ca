import { describe, expect, it } from 'vitest';
import { fromDayNumber, toDayNumber } from '../../src/curriculum/calendar-date.ts';
import { loadCurriculumLibrary } from '../../src/curriculum-folder.ts';
import { compilePlan } from '../../src/program/compile-plan.ts';
import { tellAll } from '../../src/program/fold.ts';
import type { Behaviour } from '../../src/simulation/behaviour.ts';
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

  it('brings discharged patients back into the same episode, as long as the program takes them', () => {
    const certain = { probability: 1, source };
    const behaviour = plausibleBehaviour({
      exits: { other: { probability: 0.3, source } },
      readmission: { returns: certain, after: ['other'], source },
    });
    const without = plausibleBehaviour({ exits: { other: { probability: 0.3, source } } });
    let returned = 0;
    for (let patient = 0; patient < 6; patient += 1) {
      const run = { seed: 3, patient, horizonDays: 80 };
      const [left, back] = [simulatePatient(plan, without, run), simulatePatient(plan, behaviour, run)];
      const found = back.facts.filter(({ fact }) => fact.type === 'Readmitted');
      returned += found.length;
      if (left.end !== 'other' || left.endDay > 70) continue;
      const since = toDayNumber(found[0]!.fact.on) - left.admittedOn - left.endDay;
      expect([since >= 1, since <= 7]).toEqual([true, true]);
      expect(back.endDay).toBeGreaterThan(left.endDay);
      const again = tellAll(plan, back.facts).snapshot.context;
      expect([again.ended, again.phase]).toEqual([
        back.fold.snapshot.context.ended,
        back.fold.snapshot.context.phase,
      ]);
    }
    expect(returned).toBeGreaterThan(3);
  });

  it('brings nobody back later than the program takes back, nor after another end', () => {
    const behaviour = (after: ('other' | 'terminated')[]) =>
      plausibleBehaviour({
        exits: { other: { probability: 0.4, source } },
        readmission: { returns: { probability: 0.1, source }, after, source },
      });
    for (let patient = 0; patient < 8; patient += 1) {
      const run = { seed: 3, patient, horizonDays: 200 };
      const gaps = simulatePatient(plan, behaviour(['other']), run).facts.flatMap(({ fact }, i, facts) =>
        fact.type === 'Readmitted' ? [toDayNumber(fact.on) - toDayNumber(facts[i - 1]!.fact.on)] : [],
      );
      expect(gaps.every((gap) => gap <= plan.policies.readmissionWithinDays!)).toBe(true);
      const other = simulatePatient(plan, behaviour(['terminated']), run).facts;
      expect(other.filter(({ fact }) => fact.type === 'Readmitted')).toEqual([]);
    }
  });

  it('steps use by the day where asked: as often as arithmetic says, and in stretches that do not end with weeks', () => {
    const chance = (probability: number) => ({ probability, source });
    const use = { step: 'day', atAdmission: chance(1), start: chance(0.1), stop: chance(0.3) } as const;
    const behaviour = plausibleBehaviour({
      ...{ use, dropOut: chance(0), exits: {}, excused: chance(0) },
      tests: { missed: chance(0), sensitivity: 1, specificity: 1, source },
    });
    const longest: number[] = [];
    let [used, tested] = [0, 0];
    for (let patient = 0; patient < 40; patient += 1) {
      const run = simulatePatient(plan, behaviour, { seed: 5, patient, horizonDays: 70 });
      longest.push(run.longest);
      for (const { fact } of run.facts)
        if (fact.type === 'DrugTestRecorded') {
          tested += 1;
          used += fact.result === 'positive' ? 1 : 0;
        }
    }
    expect(used / tested).toBeGreaterThan(0.2);
    expect(used / tested).toBeLessThan(0.3); // 0.1 / (0.1 + 0.3), and a little more at first
    expect(longest.some((days) => days % 7 !== 0)).toBe(true);
  });

  it('adds to the scores of those who use', () => {
    const assessment = {
      ...{ instrument: 'phq-9', everyDays: 7, start: 10, perWeek: 0, deviation: 0 },
      ...{ minimum: 0, maximum: 27, source },
    };
    const scores = (using: number) => {
      const certain = (probability: number) => ({ probability, source });
      const behaviour = plausibleBehaviour({
        use: { atAdmission: certain(using), start: certain(0), stop: certain(0) },
        assessments: [{ ...assessment, whileUsing: 4 }],
      });
      const { facts } = simulatePatient(plan, behaviour, { seed: 1, patient: 0, horizonDays: 30 });
      return new Set(facts.flatMap(({ fact }) => (fact.type === 'AssessmentRecorded' ? [fact.score] : [])));
    };
    expect([...scores(0), ...scores(1)]).toEqual([10, 14]);
  });
});
