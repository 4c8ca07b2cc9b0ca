import { compilePathway } from '../../program/compile-pathway.ts';
import { compilePlan } from '../../program/compile-plan.ts';
import { type Course, courseOf } from '../../program/course.ts';
import type { Study } from '../scenario/study.ts';

/** The course of a study: its pathway, or its curriculum alone. */
export function courseOfStudy({ curriculum, pathway }: Study): Course {
  return pathway === undefined ? courseOf(compilePlan(curriculum)) : compilePathway(pathway);
}
