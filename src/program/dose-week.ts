import { fromDayNumber } from '../curriculum/calendar-date.ts';
import { weekdayIndex } from '../curriculum/weekday.ts';
import { overlapDays } from './clock-days.ts';
import { closureOn } from './closure-on.ts';
import { type DosePart, reachesDose, sumDose } from './dose-part.ts';
import type { EpisodeContext } from './episode-context.ts';
import type { PastMeeting } from './past-meeting.ts';
import type { Plan } from './plan.ts';
import type { PlanDoseRule } from './plan-dose.ts';
import { scheduledMinutes } from './scheduled-minutes.ts';

/** How a week came out: what leave, closures or treatment for a part of the week took away excuses; missing records leave it unknown. */
export type DoseOutcome = 'met' | 'not-met' | 'excused' | 'unknown';

/** The dose of a calendar week, Monday to Sunday. Days are day numbers. */
export type DoseWeek = {
  readonly from: number;
  readonly to: number;
  readonly rule: PlanDoseRule;
  readonly attended: DosePart;
  /** Meetings without a record, which may have been attended. */
  readonly unrecorded: DosePart;
  /** What would have been offered but for leave, closures, or days before and after treatment. */
  readonly lost: DosePart;
  /** Why it was lost, in words. */
  readonly because: readonly string[];
  /** How it stands with these alone; final once the week is over. */
  readonly outcome: DoseOutcome;
};

/** The dose of the week of a Monday as far as it was told; null where no rule held on any day of it. Pure. */
export function doseWeek(
  plan: Plan,
  context: EpisodeContext,
  meetings: readonly PastMeeting[],
  monday: number,
): DoseWeek | null {
  const days = Array.from({ length: 7 }, (_, i) => monday + i);
  const ruled = days.map((day) => ruleOn(plan, context, day));
  const held = ruled.findLast((rule) => rule !== null);
  if (held == null) return null;
  const own = meetings.filter(({ day }) => day >= monday && day < monday + 7);
  const partOf = (outcomes: readonly PastMeeting['outcome'][]) =>
    own.filter(({ outcome }) => outcomes.includes(outcome)).map((m) => [m.day, minutesOf(plan, m)] as const);
  const attended = sumDose(partOf(['attended', 'partial']));
  const unrecorded = sumDose(partOf(['unrecorded']));
  const missing = days.map(
    (day, i) => absence(plan, context, day, ruled[i] == null) ?? lastDay(context, own, day),
  );
  const offered = days.map((day) => [day, scheduledMinutes(plan, context, held.phase, day)] as const);
  const lost = sumDose(offered.filter((_, i) => missing[i] !== null));
  const { rule } = held;
  const reasons = missing.filter((why, i) => why !== null && (offered[i]?.[1] ?? 0) > 0);
  const because = [...new Set(reasons)] as string[];
  const outcome = outcomeOf(rule, attended, unrecorded, lost);
  return { from: monday, to: monday + 6, rule, attended, unrecorded, lost, because, outcome };
}

function outcomeOf(
  rule: PlanDoseRule,
  attended: DosePart,
  unrecorded: DosePart,
  lost: DosePart,
): DoseOutcome {
  if (reachesDose(rule, [attended])) return 'met';
  if (reachesDose(rule, [attended, unrecorded])) return 'unknown';
  if (reachesDose(rule, [attended, lost])) return 'excused';
  return reachesDose(rule, [attended, unrecorded, lost]) ? 'unknown' : 'not-met';
}

/** The rule of the phase in which the patient was at the end of a day, while in treatment. */
function ruleOn(
  plan: Plan,
  context: EpisodeContext,
  day: number,
): { readonly rule: PlanDoseRule; readonly phase: number } | null {
  if (context.admittedOn === null || day < context.admittedOn) return null;
  if (context.ended !== null && day > context.ended.on) return null;
  const stays = context.stays.filter(({ from }) => from <= day);
  const phase = (context.ended?.on === day ? stays.findLast(({ from }) => from < day) : stays.at(-1))?.phase;
  if (phase === undefined) return null;
  const rule = plan.dose?.rules.find(({ during }) => during.includes(phase));
  return rule === undefined ? null : { rule, phase };
}

/** Why nothing was offered to the patient on a day, or null. */
function absence(plan: Plan, context: EpisodeContext, day: number, without: boolean): string | null {
  const closure = closureOn(plan, context, day);
  if (closure !== null) return `closed on ${fromDayNumber(day)}: ${closure.title}`;
  if (context.admittedOn !== null && day < context.admittedOn)
    return `in treatment here from ${fromDayNumber(context.admittedOn)}`;
  if (context.ended !== null && day > context.ended.on)
    return `in treatment until ${fromDayNumber(context.ended.on)}`;
  if (overlapDays(context.leaves, day, day + 1) > 0) return 'on leave';
  return without ? 'in a phase without a weekly dose for a part of the week' : null;
}

/** What was offered on the day of a discharge to a patient who came to nothing on it was not owed any more. */
function lastDay({ ended }: EpisodeContext, own: readonly PastMeeting[], day: number): string | null {
  if (ended === null || ended.on !== day || own.some((meeting) => meeting.day === day)) return null;
  return `discharged on ${fromDayNumber(day)}`;
}

/** The minutes of a meeting: those of its record, else those of its place in the week. */
function minutesOf(plan: Plan, { track: index, day, minutes }: PastMeeting): number {
  const track = plan.tracks[index];
  const slot = track?.slots.find(({ weekday }) => weekday === weekdayIndex(day));
  return minutes ?? slot?.minutes ?? track?.minutes ?? 0;
}
