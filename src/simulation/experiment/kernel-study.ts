import type { Course } from '../../program/course.ts';
import type { Kernel } from '../kernel/compile-kernel.ts';
import { phaseNames } from '../observe/observe-episode.ts';
import { cohortShapeOf } from '../scenario/cohort-shape-of.ts';
import type { Study } from '../scenario/study.ts';
import type { PreparedStudy } from './prepared-study.ts';

/** A study that is run by its kernel. */
export function kernelStudy({ scenario }: Study, course: Course, kernel: Kernel): PreparedStudy {
  return {
    shape: cohortShapeOf(
      scenario,
      course.stages.map(({ id }) => id),
      phaseNames(course),
    ),
    ...(scenario.clinic ? { clinic: scenario.clinic } : {}),
    eventNames: kernel.eventNames,
    whyNoEvents: kernel.whyNoEvents(scenario.horizon.days),
    execution: 'kernel',
    run: (seed, first, count, events) =>
      kernel.run({ seed: seed | 0, first, count, horizonDays: scenario.horizon.days }, events),
  };
}
