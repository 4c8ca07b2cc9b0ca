import type { Course } from './course.ts';
import { flag, HEAR, type Transition } from './machine-state-config.ts';

/**
 * The ways back after a discharge, for a course that takes a patient back in the same episode: to the stage and phase in
 * which he was. The time in between counts like a leave.
 */
export function readmissions(course: Course): Transition[] {
  const ways = course.stages.flatMap(({ plan, id }, stage) =>
    plan.phases.flatMap((phase, p): Transition[] =>
      phase.final !== null
        ? []
        : [
            {
              guard: { type: 'mayReadmit', params: { stage, phase: p } },
              target: `#${course.stages.length === 1 ? `phase-${phase.id}` : `phase-${id}--${phase.id}`}`,
              actions: [{ type: 'readmit' }, { type: 'settle' }],
            },
          ],
    ),
  );
  return [...ways, { actions: [HEAR, TOO_LATE] }];
}

const TOO_LATE = flag(
  'not-applicable',
  'the program takes nobody back in the same episode so long after a discharge',
);
