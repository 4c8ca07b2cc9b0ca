import { applySignals } from '../program/apply-signals.ts';
import { doseWeek } from '../program/dose-week.ts';
import type { Fold } from '../program/fold.ts';
import { mondayOf } from '../program/monday-of.ts';
import type { Plan } from '../program/plan.ts';

/**
 * A fold in which the whole weeks so far are counted by their dose, where nothing but a review asks for them; where a gate or a monitor
 * does, they are counted already and it comes back as it is. Weeks of the present phase begin with the first Monday after its entry. Pure.
 */
export function withDoseWeeks(plan: Plan, fold: Fold): Fold {
  const { context } = fold.snapshot;
  const { admittedOn, today, phaseEnteredOn, ended } = context;
  if (plan.dose === undefined || plan.dose.counted !== null || admittedOn === null || today === null)
    return fold;
  const phased = plan.counters.map(({ scope }) => scope === 'phase');
  let counters = context.counters;
  const last = ended === null ? mondayOf(today) - 7 : mondayOf(ended.on);
  for (let monday = mondayOf(admittedOn); monday <= last; monday += 7) {
    const week = doseWeek(plan, context, fold.meetings, monday);
    if (week === null) continue;
    const event = { type: 'DoseWeekEnded', outcome: week.outcome, day: monday + 7, fact: 0 } as const;
    const before = counters;
    const inPhase = phaseEnteredOn === null || monday + 7 >= phaseEnteredOn;
    counters = applySignals(plan, before, event).map((value, index) =>
      phased[index] === true && !inPhase ? (before[index] ?? null) : value,
    );
  }
  return { ...fold, snapshot: { ...fold.snapshot, context: { ...context, counters } } };
}
