import { describe, expect, it } from 'vitest';
import { loadStudy } from '../../../src/load-study.ts';
import { tellAll } from '../../../src/program/fold.ts';
import { courseOfStudy } from '../../../src/simulation/experiment/course-of-study.ts';
import { prepareKernel } from '../../../src/simulation/experiment/prepare-kernel.ts';
import { prepareMachine } from '../../../src/simulation/experiment/prepare-machine.ts';
import { prepareStudy, whyNoKernel } from '../../../src/simulation/experiment/prepare-study.ts';
import { simulatePatient } from '../../../src/simulation/reference/simulate-patient.ts';
import { groupResult } from '../../../src/simulation/results/cohort-result.ts';
import { Tally } from '../../../src/simulation/results/tally.ts';
import { withParameters } from '../../../src/simulation/scenario/with-parameters.ts';
import { readCurriculum } from '../../curricula/read-curriculum.ts';

async function study(name: string) {
  const loaded = await loadStudy(`examples/scenarios/${name}.yaml`);
  if (!loaded.ok) throw new Error(loaded.issues.map(({ message }) => message).join('; '));
  return loaded.study;
}

describe('a study that is driven through the machine', () => {
  it('comes to the rows of the kernel where a kernel runs', async () => {
    const matrix = await study('matrix');
    const [machine, kernel] = [prepareMachine, prepareKernel].map((prepare) => prepare(matrix).run(7, 19, 4));
    const rows = (run: typeof machine) => {
      const { hash: _, ...columns } = run!.patients;
      return columns;
    };
    expect(rows(machine)).toEqual(rows(kernel));
    expect([...machine!.weeks.attended]).toEqual([...kernel!.weeks.attended]);
    expect(prepareStudy(matrix).execution).toBe('kernel');
  });

  it('comes to the rows of the kernel of those who come back after a discharge, and after how long', async () => {
    const loaded = await study('residential-step-down');
    const [matrix, source] = [await study('matrix'), 'assumed'];
    const behaviour = {
      ...matrix.scenario.behaviour,
      exits: { other: { probability: 0.3, source } },
      readmission: { returns: { probability: 0.7, source }, after: ['other' as const], source },
    };
    const weekly = {
      scenario: { ...matrix.scenario, behaviour },
      curriculum: readCurriculum('outpatient-weekly'),
    };
    const pathway = { ...loaded, scenario: { ...loaded.scenario, behaviour } };
    for (const [one, count] of [[weekly, 20] as const, [pathway, 6] as const]) {
      const [machine, kernel] = [prepareMachine, prepareKernel].map((prepare) =>
        prepare(one).run(7, 0, count),
      );
      expect([...machine!.patients.returnedAfter!]).toEqual([...kernel!.patients.returnedAfter!]);
      expect(kernel!.patients.returnedAfter!.filter((days) => days > 0).length).toBeGreaterThan(0);
    }
    expect(prepareKernel(matrix).run(7, 0, 2).patients.returnedAfter).toBe(undefined);
  });

  it('comes to the rows of the kernel on a pathway, days at its stages included', async () => {
    const residential = await study('residential-step-down');
    expect(whyNoKernel(residential)).toEqual([]);
    const [machine, kernel] = [prepareMachine, prepareKernel].map((prepare) => prepare(residential));
    expect(machine!.shape).toEqual(kernel!.shape);
    const rows = (run: NonNullable<typeof machine>) => {
      // The machine's rows tell the phase that was entered last for the first time.
      const { hash: _, phase: __, ...columns } = run.run(7, 3, 6).patients;
      return columns;
    };
    expect(rows(machine!)).toEqual(rows(kernel!));
    const states = (run: NonNullable<typeof machine>) => run.run(7, 0, 1).weeks.states;
    expect(states(machine!)).toEqual(states(kernel!));
  });

  it('moves patients of a pathway between its stages, to an episode that can be told again', async () => {
    const residential = await study('residential-step-down');
    const course = courseOfStudy(residential);
    const { behaviour } = residential.scenario;
    const seen = new Set<string>();
    for (let patient = 0; patient < 4; patient += 1) {
      const run = simulatePatient(course, behaviour, { seed: 7, patient, horizonDays: 120 });
      const { context } = run.fold.snapshot;
      for (const { stage } of context.stages) seen.add(course.stages[stage]!.id);
      const again = tellAll(course, run.facts).snapshot.context;
      expect([again.stage, again.stages, again.phase]).toEqual([
        context.stage,
        context.stages,
        context.phase,
      ]);
    }
    expect([...seen].sort()).toEqual(expect.arrayContaining(['acute', 'php', 'residential']));
  });

  it('counts days at each stage, and the way that staff never take is not taken', async () => {
    const prepared = prepareStudy(await study('residential-step-down'));
    expect(prepared.execution).toBe('kernel');
    const { patients, weeks } = prepared.run(7, 0, 4);
    const tally = new Tally(prepared.shape);
    tally.add(patients);
    expect(groupResult(tally).patients).toBe(4);
    const { stages } = prepared.shape;
    expect(Math.max(...patients.daysAtStage[stages.indexOf('community')]!)).toBe(0);
    expect(Math.max(...patients.daysAtStage[stages.indexOf('residential')]!)).toBeGreaterThan(7);
    for (let row = 0; row < 4; row += 1)
      expect(patients.daysAtStage.reduce((sum, days) => sum + days[row]!, 0)).toBe(patients.endDay[row]);
    expect(weeks.occupancy.subarray(0, weeks.states.length).reduce((a, b) => a + b, 0)).toBe(4);
    expect(prepared.run(7, 3, 1).patients.endDay).toEqual(patients.endDay.subarray(3));
  });

  it('counts those on leave apart in each week, as the kernel does', async () => {
    const matrix = await study('matrix');
    const leave = {
      begins: { probability: 0.5, source: 'assumed' },
      days: { type: 'uniform', low: 8, high: 12 },
      source: 'assumed',
    } as const;
    const behaviour = { ...matrix.scenario.behaviour, leave };
    const away = { ...matrix, scenario: { ...matrix.scenario, behaviour } };
    const [machine, kernel] = [prepareMachine, prepareKernel].map((prepare) => prepare(away).run(7, 0, 3));
    const { states, weeks, occupancy } = machine!.weeks;
    const { hash: _, ...rows } = machine!.patients;
    expect(kernel!.patients).toMatchObject(rows);
    const at = (week: number, state: string) => occupancy[week * states.length + states.indexOf(state)]!;
    const everybody = (week: number) => states.reduce((sum, state) => sum + at(week, state), 0);
    const all = Array.from({ length: weeks }, (_, week) => week);
    const onLeave = all.map((week) => at(week, 'on-leave'));
    const column = states.indexOf('on-leave');
    expect(all.map((week) => kernel!.weeks.occupancy[week * states.length + column])).toEqual(onLeave);
    expect(onLeave.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(2);
    expect(new Set(all.map(everybody))).toEqual(new Set([3]));
  });

  it('is refused with names that its program does not know, and what was meant', async () => {
    const matrix = await study('matrix');
    const { behaviour } = matrix.scenario;
    const attendance = {
      ...behaviour.attendance,
      tracks: { 'relaps-prevention': 0.3 },
      traits: { engagement: { middel: 0.1 }, sevrity: { mild: 1 } },
      terms: { 'counter/nothing-like-it': [0, 1] },
    };
    const changed = { ...matrix, scenario: { ...matrix.scenario, behaviour: { ...behaviour, attendance } } };
    expect(() => prepareStudy(changed)).toThrow(
      [
        'behaviour.attendance knows no track relaps-prevention: did you mean relapse-prevention?',
        'behaviour.attendance knows no level middel of engagement: did you mean middle?',
        'behaviour.attendance knows no trait sevrity: did you mean severity?',
        'behaviour.attendance knows no counter nothing-like-it',
      ].join('\n'),
    );
  });

  it('varies the behaviour in a pathway', async () => {
    const residential = await study('residential-step-down');
    const often = withParameters(residential, { 'behaviour.dropOut.probability': 0.3 });
    expect(often.scenario.behaviour.dropOut).toMatchObject({ probability: 0.3 });
  });
});
