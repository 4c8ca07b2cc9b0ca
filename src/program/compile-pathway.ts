import type { Curriculum } from '../curriculum/curriculum.ts';
import { durationDays } from '../curriculum/duration.ts';
import { levelOfCareKey } from '../curriculum/level-of-care.ts';
import type { Pathway } from '../curriculum/pathway/pathway.ts';
import { curriculumNamed, type PathwayDocument } from '../curriculum/pathway/pathway-document.ts';
import { sessionPairs } from '../curriculum/pathway/session-pairs.ts';
import { compilePlan } from './compile-plan.ts';
import type { Course, CourseStage } from './course.ts';
import { hashPlan } from './hash-plan.ts';
import type { PlanEquivalence } from './plan-stage.ts';

/**
 * Compiles a pathway with its curricula into a course: a plan for each stage, with the moves out of it and the credit that
 * counts in it. Pure; the same document gives the same course and hash. It must have passed `checkPathway`.
 */
export function compilePathway(document: PathwayDocument): Course {
  const { pathway } = document;
  const levels = pathway.stages.map((stage) => levelOfCareKey(stageCurriculum(document, stage).levelOfCare));
  const stages = pathway.stages.map((stage, index): CourseStage => {
    const key = levels[index]!;
    const shared = levels.filter((other) => other === key).length > 1;
    return {
      id: stage.id,
      title: stage.title,
      key: shared ? `${key}-${stage.id}` : key,
      plan: compilePlan(stageCurriculum(document, stage), {
        index,
        stage,
        stages: pathway.stages,
        equivalences: equivalences(document, stage),
      }),
    };
  });
  const { id, version, title } = pathway;
  const course = { id, version, title, stages };
  return { ...course, hash: hashPlan(course) };
}

function stageCurriculum(document: PathwayDocument, stage: Pathway['stages'][number]): Curriculum {
  const curriculum = curriculumNamed(document.curricula, stage.curriculum);
  if (!curriculum) throw new Error(`the pathway has no curriculum ${stage.curriculum}`);
  return stage.levelOfCare === undefined ? curriculum : { ...curriculum, levelOfCare: stage.levelOfCare };
}

function equivalences(document: PathwayDocument, stage: Pathway['stages'][number]): PlanEquivalence[] {
  const id = stage.curriculum.split('@')[0];
  return (document.pathway.equivalences ?? []).flatMap((equivalence): PlanEquivalence[] => {
    if (equivalence.to.curriculum !== id) return [];
    const { curriculum } = equivalence.from;
    const expiresAfterDays = equivalence.expiresAfter ? durationDays(equivalence.expiresAfter) : null;
    return sessionPairs(document, equivalence).map((pairs) => ({ curriculum, ...pairs, expiresAfterDays }));
  });
}
