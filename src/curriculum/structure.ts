import type { Curriculum } from './curriculum.ts';
import type { StructureIssue } from './structure-issue.ts';

/** Finds what makes no sense in a curriculum as a whole, although each part has the right shape. Pure. */
export function checkStructure(_curriculum: Curriculum): StructureIssue[] {
  return [];
}
