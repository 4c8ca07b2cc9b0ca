import type { Curriculum } from '../curriculum/curriculum.ts';
import type { CounterTable } from './counter-table.ts';
import type { PlanCommonCounters, PlanCriterion } from './plan.ts';

/** What the compilation of criteria reads and adds to. */
export type CriterionCompiler = {
  readonly curriculum: Curriculum;
  readonly table: CounterTable;
  readonly common: PlanCommonCounters;
  readonly nodes: PlanCriterion[];
  /** True where the curriculum runs as a stage of a pathway. */
  readonly isStage: boolean;
};
