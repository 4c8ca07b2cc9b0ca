import { fromDayNumber } from '../../curriculum/calendar-date.ts';
import type { Fact } from '../episode-event.ts';
import { type Fold, foldAsOf, tellFact } from '../fold.ts';
import { compareFacts } from '../order-facts.ts';
import { gateTruth } from '../phase-gate.ts';
import type { Plan } from '../plan.ts';
import { perfectDay } from './perfect-day.ts';

/** What a program decides for a patient whose gate is satisfied: the phase to go on to, or null to keep him where he is. */
export type Advance = (phase: number) => number | null;

/**
 * Lives one day of a perfect patient through the machine. `decided` are decisions of the day that were made beforehand.
 *
 * Facts of a day are told in the order in which they happened, so a meeting that only an advance of the same day puts on
 * the calendar is attended before that decision: the day is told again until nothing is left to do.
 */
export function liveDay(
  plan: Plan,
  before: Fold,
  day: number,
  advance: Advance,
  decided: readonly Fact[] = [],
): Fold {
  const morning = foldAsOf(plan, before, day);
  let facts = [...decided];
  for (let round = 0; round < 4 + plan.phases.length * 2; round += 1) {
    const fold = tellDay(plan, morning, facts);
    const context = fold.snapshot.context;
    if (context.ended !== null) return fold;
    const more = perfectDay(plan, context, day, facts);
    if (more.length > 0) {
      facts = [...facts, ...more];
      continue;
    }
    const to = gateTruth(plan, context) === 'satisfied' ? advance(context.phase) : null;
    const target = to === null ? undefined : plan.phases[to];
    if (!target) return fold;
    facts.push({ type: 'PhaseAdvanced', on: fromDayNumber(day), by: 'perfect patient', to: target.id });
  }
  return tellDay(plan, morning, facts);
}

/** Tells facts of one day in the order in which they happened. */
export function tellDay(plan: Plan, morning: Fold, facts: readonly Fact[]): Fold {
  return facts
    .map((fact, version) => ({ version: version + 1, fact }))
    .sort((a, b) => compareFacts(plan, a, b))
    .reduce((fold, standing) => tellFact(plan, fold, standing), morning);
}
