import type { Course } from '../../program/course.ts';
import { observeEpisode, phaseNames } from '../observe/observe-episode.ts';
import { observedShard } from '../observe/observed-shard.ts';
import { createPatientSimulator, type PatientRun } from '../reference/simulate-patient.ts';
import { cohortShapeOf } from '../scenario/cohort-shape-of.ts';
import type { Study } from '../scenario/study.ts';
import { courseOfStudy } from './course-of-study.ts';
import type { PreparedStudy } from './prepared-study.ts';

/**
 * Makes a study ready to be driven through the machine itself, patient by patient: programs that a kernel refuses. The same draws as the kernel, some thousand times slower. Events are not told in columns.
 */
export function prepareMachine(study: Study): PreparedStudy {
  const { scenario } = study;
  const course = courseOfStudy(study);
  const simulate = createPatientSimulator(course, scenario.behaviour);
  const phases = phaseNames(course);
  const stages = course.stages.map(({ id }) => id);
  const horizonDays = scenario.horizon.days;
  const takesBack = course.stages.some(({ plan }) => plan.policies.readmissionWithinDays !== undefined);
  const returns = scenario.behaviour.readmission !== undefined && takesBack;
  return {
    shape: cohortShapeOf(scenario, stages, phases),
    ...(scenario.clinic ? { clinic: scenario.clinic } : {}),
    eventNames: [],
    whyNoEvents: 'events in columns are told by a kernel alone',
    execution: 'machine',
    run(seed, first, count) {
      const runs = Array.from({ length: count }, (_, row) =>
        simulate({ seed: seed | 0, patient: first + row, horizonDays }),
      );
      const { patients, weeks } = observedShard(
        runs.map((run) => observed(course, phases, run)),
        { phases, stages, horizonDays, steps: 1, returns },
      );
      const rows = (of: (run: PatientRun) => number) => Int32Array.from(runs, of);
      const group = scenario.behaviour.traits.map((_, trait) =>
        Uint8Array.from(runs, ({ levels }) => levels[trait] ?? 0),
      );
      const longestAbstinence = rows(({ longest, endDay }) => Math.min(longest, endDay));
      const events = rows((run) => run.events.length);
      return { patients: { ...patients, first, group, longestAbstinence, events }, weeks };
    },
  };
}

function observed(course: Course, phases: readonly string[], run: PatientRun) {
  const episode = observeEpisode({
    ...{ course, phases, fold: run.fold, facts: run.facts.map(({ fact }) => fact) },
    ...{ admittedOn: run.admittedOn, lastDay: run.admittedOn + run.endDay },
  });
  const { leaves } = run.fold.snapshot.context;
  const away = leaves.map(({ from, to }) => ({
    from: from - run.admittedOn,
    to: (to ?? Number.POSITIVE_INFINITY) - run.admittedOn,
  }));
  return { ...episode, away };
}
