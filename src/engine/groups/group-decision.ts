import { addDays, type CalendarDate, daysBetween } from '../../curriculum/calendar-date.ts';
import type { Closure } from './closure.ts';
import { type Engagement, engagementsOf } from './engagement.ts';
import type { GroupEvent } from './group-event.ts';
import type { GroupRefusal, GroupRefusalCode, GroupWarning } from './group-outcome.ts';
import type { GroupState } from './group-state.ts';

/** What a command about a group would record, or why it is refused. */
export type GroupDecision =
  | {
      readonly accepted: true;
      readonly events: readonly GroupEvent[];
      readonly warnings: readonly GroupWarning[];
    }
  | { readonly accepted: false; readonly refusal: GroupRefusal };

/** A group with the days on which its site is closed. */
export type PlacedGroup = { readonly state: GroupState; readonly closures: readonly Closure[] };

/** All that a decision about a group rests on. */
export type GroupStanding = PlacedGroup & {
  readonly today: CalendarDate;
  readonly on: CalendarDate;
  readonly by: string;
  /** What else may take up those named on some days, from one to another; this group's own meetings are not among it. */
  readonly taken: (from: CalendarDate, to: CalendarDate, names: ReadonlySet<string>) => readonly Engagement[];
};

/** How far ahead times are compared, where something recurs. */
export const LOOK_AHEAD = 35;

/** A decision to record events. */
export function record(events: readonly GroupEvent[], warnings: readonly GroupWarning[] = []): GroupDecision {
  return { accepted: true, events, warnings };
}

/** A decision to refuse. */
export function refuseGroup(code: GroupRefusalCode, message: string): GroupDecision {
  return { accepted: false, refusal: { code, message } };
}

/** The meetings of a group as engagements, from a day on for as far as times are compared. */
export function ownEngagements(standing: GroupStanding, state: GroupState, from: CalendarDate): Engagement[] {
  return engagementsOf([{ state, closures: standing.closures }], from, addDays(from, LOOK_AHEAD));
}

/** How far from today, in days, a group may begin or change: a day that is further off is a slip of the pen. About five years. */
const NEAR = 1_827;

/** The refusal of a day that lies too far from today for a group to begin or to change on it; null where it does not. */
export function farFromToday({ today }: GroupStanding, from: CalendarDate): GroupDecision | null {
  if (Math.abs(daysBetween(today, from)) <= NEAR) return null;
  return refuseGroup(
    'dates-contradict',
    `${from} is more than five years from today (${today}); say from which day on it holds`,
  );
}
