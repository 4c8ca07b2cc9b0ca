import type { CurriculumMapping, MigrationMapping } from '../../curriculum/migration-mapping.ts';
import type { Plan } from '../../program/plan.ts';

/** The part of a mapping that is about the curriculum of a plan: for a stage of a pathway, that of the stage's curriculum. */
export function mappingFor(mapping: MigrationMapping, plan: Plan): CurriculumMapping {
  return plan.stage === undefined ? mapping : (mapping.curricula?.[plan.curriculum.id] ?? {});
}

/** The stage of the new version for a stage of the old one. */
export function stageTarget(mapping: MigrationMapping, stage: string): string {
  return mapping.stages?.[stage] ?? stage;
}
