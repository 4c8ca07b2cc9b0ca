import type { CurriculumMapping, MigrationMapping } from '../../curriculum/migration-mapping.ts';
import { type Course, isPathway, stagePlan } from '../../program/course.ts';
import type { Plan } from '../../program/plan.ts';
import { completeMapping } from './complete-mapping.ts';
import type { MigrationIssue } from './migration-issue.ts';
import { type MigrationPlan, planMigration } from './plan-migration.ts';
import { stageTarget } from './stage-mapping.ts';

/**
 * Completes a mapping between two versions of a curriculum or of a pathway and checks its ids. Pure. On a pathway the
 * curriculum of each stage is mapped to that of the stage it becomes.
 */
export function planCourseMigration(parts: {
  readonly from: Course;
  readonly to: Course;
  readonly mapping?: MigrationMapping;
}): MigrationPlan {
  const { from, to, mapping = {} } = parts;
  if (!isPathway(from))
    return planMigration({ from: stagePlan(from, { stage: 0 }), to: stagePlan(to, { stage: 0 }), mapping });
  const issues: MigrationIssue[] = [];
  const add = (
    code: MigrationIssue['code'],
    severity: MigrationIssue['severity'],
    path: string,
    message: string,
  ) => issues.push({ code, severity, path, message });
  if (from.version === to.version)
    add('same-version', 'error', '', `${to.id}@${to.version} is the version they are in`);
  const names = to.stages.map(({ id }) => id).join(', ');
  for (const [old, target] of Object.entries(mapping.stages ?? {})) {
    if (!from.stages.some(({ id }) => id === old))
      add('unknown-stage', 'error', `stages.${old}`, `${from.version} has no stage ${old}`);
    if (!to.stages.some(({ id }) => id === target))
      add('unknown-stage', 'error', `stages.${old}`, `${to.version} has no stage ${target}; it has ${names}`);
  }
  for (const id of Object.keys(mapping.curricula ?? {}))
    if (!from.stages.some(({ plan }) => plan.curriculum.id === id))
      add(
        'unknown-curriculum',
        'error',
        `curricula.${id}`,
        `no stage of ${from.version} runs a curriculum ${id}`,
      );
  if (issues.length > 0) return { mapping, issues };
  const curricula: Record<string, CurriculumMapping> = {};
  for (const stage of from.stages) {
    const there = to.stages.find(({ id }) => id === stageTarget(mapping, stage.id));
    const { id } = stage.plan.curriculum;
    if (!there)
      add(
        'unmapped-stage',
        'warning',
        `stages.${stage.id}`,
        `stage ${stage.id} has no place in ${to.version}; say where it goes`,
      );
    else if (curricula[id] === undefined) {
      const planned = planStage(stage.plan, there.plan, mapping.curricula?.[id] ?? {});
      issues.push(...planned.issues.map((issue) => ({ ...issue, path: `curricula.${id}.${issue.path}` })));
      curricula[id] = planned.mapping;
    }
  }
  const stages = Object.fromEntries(from.stages.map(({ id }) => [id, stageTarget(mapping, id)]));
  return { mapping: { stages, curricula }, issues };
}

/** The mapping of one stage's curriculum; where it is the same version nothing but the ids themselves is said. */
function planStage(from: Plan, to: Plan, mapping: CurriculumMapping): MigrationPlan {
  const same = from.curriculum.id === to.curriculum.id && from.curriculum.version === to.curriculum.version;
  if (!same) return planMigration({ from, to, mapping });
  const { mapping: completed, warnings } = completeMapping(from, to, mapping);
  return { mapping: completed, issues: warnings };
}
