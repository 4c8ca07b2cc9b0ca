import { toDayNumber } from '../../curriculum/calendar-date.ts';
import { weekdayIndex } from '../../curriculum/weekday.ts';
import type { Fold } from '../../program/fold.ts';
import type { PastMeeting } from '../../program/past-meeting.ts';
import type { Plan } from '../../program/plan.ts';
import type { Episode } from '../episode.ts';
import type { NamedLevel } from './authorization.ts';

/** What a patient had on one day: what is certain, and what missing records may add. */
export type ServiceDay = {
  readonly day: number;
  /** The level of care that the patient was at. */
  readonly level: NamedLevel;
  /** In treatment that day: not on leave, and not the day of discharge. */
  readonly present: boolean;
  readonly meetings: number;
  readonly minutes: number;
  readonly meetingsUnrecorded: number;
  readonly minutesUnrecorded: number;
};

/** The days from admission to a day (included), in order. Pure. */
export function serviceDays(episode: Episode, fold: Fold, to: number): ServiceDay[] {
  const { stages, ended } = fold.snapshot.context;
  const first = stages[0]?.from;
  if (first === undefined) return [];
  const meetings = meetingsByDay(episode, fold);
  const away = awayDays(episode, to);
  const days: ServiceDay[] = [];
  const last = ended === null ? to : Math.min(to, ended.on);
  for (let day = first; day <= last; day += 1) {
    const stage = stages.findLast(({ from }) => from <= day);
    const own = meetings.get(day) ?? [];
    const held = own.filter(({ outcome }) => outcome === 'attended' || outcome === 'partial');
    const missing = own.filter(({ outcome }) => outcome === 'unrecorded');
    days.push({
      day,
      level: episode.course.stages[stage?.stage ?? 0]!.plan.levelOfCare,
      present: !away.has(day) && day !== ended?.on,
      meetings: held.length,
      minutes: total(held),
      meetingsUnrecorded: missing.length,
      minutesUnrecorded: total(missing),
    });
  }
  return days;
}

type Timed = PastMeeting & { readonly length: number };
const total = (meetings: readonly Timed[]) => meetings.reduce((sum, { length }) => sum + length, 0);

function meetingsByDay({ course, plan }: Episode, fold: Fold): Map<number, Timed[]> {
  const all = [
    ...fold.earlier.flatMap(({ stage, meetings }) => timed(course.stages[stage]?.plan ?? plan, meetings)),
    ...timed(plan, fold.meetings),
  ];
  const byDay = new Map<number, Timed[]>();
  for (const meeting of all) byDay.set(meeting.day, [...(byDay.get(meeting.day) ?? []), meeting]);
  return byDay;
}

function timed(plan: Plan, meetings: readonly PastMeeting[]): Timed[] {
  return meetings.map((meeting) => {
    const track = plan.tracks[meeting.track];
    const slot = track?.slots.find(({ weekday }) => weekday === weekdayIndex(meeting.day));
    return { ...meeting, length: meeting.minutes ?? slot?.minutes ?? track?.minutes ?? 0 };
  });
}

/** The days on leave, and between a discharge and a readmission, up to a day; from the facts, as earlier stages have left the context. */
function awayDays({ facts }: Episode, to: number): Set<number> {
  const days = new Set<number>();
  let since: number | null = null;
  const back = (until: number) => {
    for (let day = since ?? until; day < until; day += 1) days.add(day);
    since = null;
  };
  for (const { fact } of facts) {
    const day = toDayNumber(fact.on);
    if (day > to) break;
    if (fact.type === 'LeaveStarted' || fact.type === 'Discharged') since ??= day;
    if (fact.type === 'LeaveEnded' || fact.type === 'Readmitted') back(day);
  }
  if (since !== null) back(to + 1);
  return days;
}
