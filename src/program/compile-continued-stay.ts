import type { Criterion } from '../curriculum/criterion.ts';
import { compileCriterion } from './compile-criterion.ts';
import type { CriterionCompiler } from './criterion-compiler.ts';
import type { PlanContinuedStay } from './plan-continued-stay.ts';

/** The review of a continued stay of a curriculum; null where it names none. */
export function compileContinuedStay(compiler: CriterionCompiler): PlanContinuedStay | null {
  const written = compiler.curriculum.continuedStay;
  if (written === undefined) return null;
  const gate = (criterion: Criterion | undefined) =>
    criterion === undefined ? null : compileCriterion(compiler, criterion);
  return {
    everyDays: written.everyDays ?? null,
    continue: gate(written.continue),
    transfer: gate(written.transfer),
    discharge: gate(written.discharge),
  };
}
