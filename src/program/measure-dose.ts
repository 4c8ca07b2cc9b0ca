import { factCounter } from './counters-of.ts';
import type { CriterionCompiler } from './criterion-compiler.ts';
import type { PlanCounter, PlanQuantity } from './plan.ts';

/** What a criterion over weeks measures: those with one outcome, and those whose outcome waits for records. */
export function measureDose(
  { table }: CriterionCompiler,
  outcome: 'met' | 'not-met',
  scope: PlanCounter['scope'],
): { quantity: PlanQuantity; label: string; unit: string } {
  const weeks = (which: string) => factCounter(table, `dose/${which}`, [`dose/${which}`], scope);
  return {
    quantity: { quantity: 'sum', counters: [weeks(outcome)], pending: [weeks('unknown')] },
    label: `weeks with the weekly dose ${outcome === 'met' ? 'met' : 'not met'}`,
    unit: 'week',
  };
}
