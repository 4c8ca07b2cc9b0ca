import type { EpisodeContext } from './episode-context.ts';
import type { Plan } from './plan.ts';

/** A stage of a course: a stay at one level of care that runs one curriculum. */
export type CourseStage = {
  readonly id: string;
  readonly title: string;
  /** The name of its state in the machine: the level of care, with the stage's id where several stages share a level. */
  readonly key: string;
  readonly plan: Plan;
};

/**
 * All that one episode may go through: the stages of a pathway, each with the plan of its curriculum. A curriculum
 * alone is a course of one stage. Plain JSON.
 */
export type Course = {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly stages: readonly CourseStage[];
  /** SHA-256 of all the rest as canonical JSON; that of the plan where there is one stage without a pathway. */
  readonly hash: string;
};

const courses = new WeakMap<Plan, Course>();

/** The course of a plan alone, of one stage; a course is given back as it is. The same plan object gives the same course. */
export function courseOf(of: Plan | Course): Course {
  if ('stages' in of) return of;
  let course = courses.get(of);
  if (!course) {
    const { id, version, title } = of.curriculum;
    const stage = { id, title, key: of.levelOfCare.key, plan: of };
    course = { id, version, title, stages: [stage], hash: of.hash };
    courses.set(of, course);
  }
  return course;
}

/** The plan of the stage in which an episode is, or was last. */
export function stagePlan(course: Course, context: Pick<EpisodeContext, 'stage'>): Plan {
  return course.stages[context.stage]?.plan ?? course.stages[0]!.plan;
}

/** Whether a course has more than a curriculum alone: stages between which a patient moves. */
export function isPathway(course: Course): boolean {
  return course.stages[0]?.plan.stage !== undefined;
}
