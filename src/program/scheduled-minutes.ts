import { weekdayIndex } from '../curriculum/weekday.ts';
import { phaseWeek, programWeek } from './clock-days.ts';
import type { EpisodeContext } from './episode-context.ts';
import type { Plan, PlanSlot } from './plan.ts';

/**
 * The minutes that a phase's tracks meet on a day by their published times, whether or not the patient could come. For a day
 * before the phase was entered, those of the same weekday a week later. Pure.
 */
export function scheduledMinutes(plan: Plan, context: EpisodeContext, phase: number, on: number): number {
  const entered = context.stays.findLast((stay) => stay.phase === phase)?.from ?? context.admittedOn ?? on;
  const day = on < entered ? on + 7 : on;
  const there = { ...context, phaseEnteredOn: entered };
  const runs = (slot: PlanSlot, weeksCountFrom: 'admission' | 'phase') => {
    const week = weeksCountFrom === 'phase' ? phaseWeek(there, day) : (programWeek(there, day) ?? 1);
    const range = slot.weeks.find(({ from, to }) => week >= from && week <= to);
    const start = slot.weeks.length === 0 ? slot.anchorWeek : range?.from;
    return start !== undefined && (week - start) % slot.everyWeeks === 0;
  };
  return plan.tracks
    .filter(({ during, heldAt }) => during.includes(phase) && heldAt === null)
    .flatMap(({ slots, weeksCountFrom }) =>
      slots.filter((slot) => slot.weekday === weekdayIndex(day) && runs(slot, weeksCountFrom)),
    )
    .reduce((sum, { minutes }) => sum + minutes, 0);
}
