import { type CalendarDate, fromDayNumber, toDayNumber } from '../curriculum/calendar-date.ts';
import { reachesDose, sumDose } from '../program/dose-part.ts';
import { type DoseOutcome, type DoseWeek, doseWeek } from '../program/dose-week.ts';
import type { Fold } from '../program/fold.ts';
import { mondayOf } from '../program/monday-of.ts';
import type { Plan } from '../program/plan.ts';
import { type AgendaEntry, describeAgenda } from './agenda.ts';

/** The dose of a week in numbers and words. `outcome` of the present week may still change. */
export type DoseWeekStatus = {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** What the rule asks for; null where it does not. */
  readonly minutesAsked: number | null;
  readonly daysAsked: number | null;
  readonly minutes: number;
  readonly days: number;
  /** Minutes and days of meetings without a record. */
  readonly minutesUnrecorded: number;
  readonly daysUnrecorded: readonly CalendarDate[];
  /** What leave, closures, and days before and after treatment took away, and why. */
  readonly minutesLost: number;
  readonly because: readonly string[];
  readonly outcome: DoseOutcome | 'reachable';
};

/** Where the patient stands with the weekly dose, at the present level of care. */
export type DoseStatus = {
  readonly rule: string;
  /** What the level of care asks for where the program publishes less, in minutes. */
  readonly levelMinutes: number | null;
  readonly provisional: boolean;
  /** The present week; null after the end. */
  readonly week:
    | (DoseWeekStatus & { readonly wouldSatisfy: readonly AgendaEntry[]; readonly text: string })
    | null;
  /** The weeks before it, the latest first. */
  readonly history: readonly DoseWeekStatus[];
};

/** The weekly dose as of the day of a fold; null where no rule holds or held. Pure. */
export function doseStatus(plan: Plan, fold: Fold, asOf: CalendarDate): DoseStatus | null {
  const { context } = fold.snapshot;
  if (plan.dose === undefined || context.admittedOn === null) return null;
  const day = toDayNumber(asOf);
  const monday = mondayOf(day);
  const last = context.ended === null ? monday - 7 : mondayOf(context.ended.on);
  const past: DoseWeek[] = [];
  for (let week = last; week >= mondayOf(context.admittedOn); week -= 7) {
    const told = doseWeek(plan, context, fold.meetings, week);
    if (told !== null) past.push(told);
  }
  const present = context.ended === null ? doseWeek(plan, context, fold.meetings, monday) : null;
  const rule = (present ?? past[0])?.rule;
  if (rule === undefined) return null;
  return {
    rule: ruleInWords(rule),
    levelMinutes: rule.levelMinutes,
    provisional: rule.provisional,
    week: present === null ? null : presentWeek(plan, fold, present, day),
    history: past.map((week) => shown(week, week.outcome)),
  };
}

function presentWeek(plan: Plan, fold: Fold, week: DoseWeek, day: number): DoseStatus['week'] {
  const { rule, attended, unrecorded, lost } = week;
  const days = week.to - day + 1;
  const ahead = describeAgenda(plan, fold, fromDayNumber(day), days).filter(({ recorded }) => !recorded);
  const coming = partOf(ahead);
  const reaches = (...more: (typeof coming)[]) => reachesDose(rule, [attended, ...more]);
  const outcome = reaches()
    ? 'met'
    : reaches(coming)
      ? 'reachable'
      : reaches(coming, unrecorded)
        ? 'unknown'
        : reaches(coming, lost)
          ? 'excused'
          : reaches(coming, lost, unrecorded)
            ? 'unknown'
            : 'not-met';
  const wouldSatisfy = outcome === 'reachable' ? fewest(week, ahead) : [];
  return { ...shown(week, outcome), wouldSatisfy, text: inWords(week, outcome, wouldSatisfy) };
}

const partOf = (entries: readonly AgendaEntry[]) =>
  sumDose(entries.map(({ date, minutes }) => [toDayNumber(date), minutes]));

/** The earliest meetings that are enough, without those that are not needed. */
function fewest({ rule, attended }: DoseWeek, ahead: readonly AgendaEntry[]): readonly AgendaEntry[] {
  const enough = (entries: readonly AgendaEntry[]) => reachesDose(rule, [attended, partOf(entries)]);
  let chosen: readonly AgendaEntry[] = ahead.slice(
    0,
    ahead.findIndex((_, i) => enough(ahead.slice(0, i + 1))) + 1,
  );
  for (const entry of chosen) {
    const without = chosen.filter((other) => other !== entry);
    if (enough(without)) chosen = without;
  }
  return chosen;
}

function inWords(week: DoseWeek, outcome: DoseWeekStatus['outcome'], more: readonly AgendaEntry[]): string {
  const { attended, unrecorded, because } = week;
  const so = `${attended.minutes} minutes on ${attended.days.length} ${attended.days.length === 1 ? 'day' : 'days'}`;
  const why = because.length === 0 ? '' : ` (${because.join('; ')})`;
  switch (outcome) {
    case 'met':
      return `met: ${so}`;
    case 'reachable': {
      const list = more.map(({ date, start, trackTitle }) => `${date} ${start} ${trackTitle}`).join(', ');
      return `${so}; ${more.length} more ${more.length === 1 ? 'meeting' : 'meetings'}: ${list}`;
    }
    case 'unknown':
      return `${so}; records are missing of ${unrecorded.days.map(fromDayNumber).join(', ')}${why}`;
    case 'excused':
      return `${so}; the rest is excused${why}`;
    case 'not-met':
      return `${so}; it can no longer be met this week${why}`;
  }
}

function shown(week: DoseWeek, outcome: DoseWeekStatus['outcome']): DoseWeekStatus {
  const { rule, attended, unrecorded, lost } = week;
  return {
    from: fromDayNumber(week.from),
    to: fromDayNumber(week.to),
    minutesAsked: rule.minutes,
    daysAsked: rule.days,
    minutes: attended.minutes,
    days: attended.days.length,
    minutesUnrecorded: unrecorded.minutes,
    daysUnrecorded: unrecorded.days.map(fromDayNumber),
    minutesLost: lost.minutes,
    because: week.because,
    outcome,
  };
}

function ruleInWords({ minutes, days }: DoseWeek['rule']): string {
  const parts = [
    minutes === null ? null : `${minutes} minutes`,
    days === null ? null : `${days} ${days === 1 ? 'day' : 'days'}`,
  ];
  return `${parts.filter((part) => part !== null).join(' on ')} a week`;
}
