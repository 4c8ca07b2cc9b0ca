import { type CalendarDate, fromDayNumber } from '../curriculum/calendar-date.ts';
import { clockDue } from '../program/clock-due.ts';
import type { EpisodeContext } from '../program/episode-context.ts';
import type { Plan } from '../program/plan.ts';

/** How long a stay may last: the day on which its maximum is reached, with how that day follows. */
export type StayLimit = {
  readonly of: 'phase' | 'stage';
  readonly id: string;
  readonly title: string;
  readonly on: CalendarDate;
  readonly because: string | null;
  /** The number of the event that extended it, or null. */
  readonly extendedBy: number | null;
};

/** The limit of the stay in the present phase or at the present level of care; null where the program sets none. Pure. */
export function stayLimit(plan: Plan, context: EpisodeContext, of: 'phase' | 'stage'): StayLimit | null {
  const place = of === 'phase' ? plan.phases[context.phase] : plan.stage;
  const from = of === 'phase' ? context.phaseEnteredOn : context.admittedOn;
  if (!place?.maximumDays || from === null) return null;
  const { days, clock } = place.maximumDays;
  const due = clockDue(plan, context, clock, from, days);
  const day = due?.day ?? null;
  const granted = context.extensions.findLast((extension) => extension.of === of);
  const extended = granted !== undefined && (day === null || granted.until > day);
  const on = extended ? granted.until : day;
  if (on === null) return null;
  return {
    of,
    id: place.id,
    title: place.title,
    on: fromDayNumber(on),
    because: extended ? `extended by event ${granted.fact}` : (due?.because ?? null),
    extendedBy: extended ? granted.fact : null,
  };
}
