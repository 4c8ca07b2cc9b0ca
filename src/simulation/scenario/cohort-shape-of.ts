import type { CohortShape } from '../results/cohort-shape.ts';
import { NO_COSTS, type UnitCosts } from '../results/unit-costs.ts';
import type { Scenario } from './scenario.ts';

/** The names behind the columns of a study, and its costs in hundredths. */
export function cohortShapeOf(
  scenario: Scenario,
  stages: readonly string[],
  phases: readonly string[],
): CohortShape {
  return {
    stages,
    phases,
    groups: scenario.behaviour.traits.map(({ id, levels }) => ({
      trait: id,
      values: levels.map((level) => level.id),
    })),
    horizonDays: scenario.horizon.days,
    costs: unitCosts(scenario.costs, stages),
  };
}

function unitCosts(costs: Scenario['costs'], stages: readonly string[]): UnitCosts {
  if (costs === undefined) return NO_COSTS;
  const cents = (amount: { readonly value: number } | undefined) => Math.round((amount?.value ?? 0) * 100);
  return {
    currency: costs.currency,
    admission: cents(costs.admission),
    dayAtStage: stages.map((stage) => cents(costs.dayAtStage?.[stage])),
    sessionAttended: cents(costs.sessionAttended),
    sessionMissed: cents(costs.sessionMissed),
    hourAttended: cents(costs.hourAttended),
    drugTest: cents(costs.drugTest),
    incentives: costs.incentives?.value ?? 1,
  };
}
