import { LEVELS_OF_CARE } from '../../../curriculum/level-of-care.ts';
import { compareLevels } from '../../../curriculum/pathway/level-rank.ts';
import type { Course } from '../../course.ts';

type Level = Parameters<typeof compareLevels>[0];

/**
 * The indexes of a pathway's stages from the highest level of care to the lowest; stages of one level, and all where levels have
 * no common order, stay as they are written. Pure.
 */
export function stagesByLevel(course: Course): number[] {
  const order = course.stages.map((_, index) => index);
  const levels = course.stages.map(({ plan }) => plan.levelOfCare as unknown as Level);
  const known = levels.every(({ system }) => system in LEVELS_OF_CARE && system === levels[0]!.system);
  return known ? order.sort((a, b) => (compareLevels(levels[b]!, levels[a]!) ?? 0) || a - b) : order;
}
