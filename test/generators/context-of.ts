import { toDayNumber } from '../../src/curriculum/calendar-date.ts';
import type { EpisodeContext } from '../../src/program/episode-context.ts';
import type { Fact } from '../../src/program/episode-event.ts';
import { foldAsOf, tellAll } from '../../src/program/fold.ts';
import type { Plan } from '../../src/program/plan.ts';

/** The context of a patient who was admitted to a plan on Monday 5 January 2026, as of a day. */
export function contextOf(plan: Plan, facts: readonly Fact[], asOf: string): EpisodeContext {
  const admitted: Fact = {
    ...{ type: 'Admitted', on: '2026-01-05', by: 'kim', patient: 'p-1' },
    curriculum: plan.curriculum.id,
    version: plan.curriculum.version,
  };
  const numbered = [admitted, ...facts].map((fact, index) => ({ version: index + 1, fact }));
  return foldAsOf(plan, tellAll(plan, numbered), toDayNumber(asOf)).snapshot.context;
}
