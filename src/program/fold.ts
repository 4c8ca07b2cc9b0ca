import { initialTransition } from 'xstate';
import { toDayNumber } from '../curriculum/calendar-date.ts';
import { beginDay } from './begin-day.ts';
import { overlapDays } from './clock-days.ts';
import { type Course, courseOf, stagePlan } from './course.ts';
import { createEpisodeMachine, type EpisodeSnapshot } from './create-machine.ts';
import { doseWeek } from './dose-week.ts';
import { type DueMoment, dueMoments } from './due-moments.ts';
import type { EpisodeContext } from './episode-context.ts';
import { expectedMeetings } from './expected-meetings.ts';
import { isSameState } from './is-same-state.ts';
import { type JournalEntry, journalOf } from './journal.ts';
import type { MachineEvent } from './machine-event.ts';
import { compareFacts, type StandingFact } from './order-facts.ts';
import type { EarlierStage, PastMeeting } from './past-meeting.ts';
import type { Plan } from './plan.ts';
import { attendanceOutcome } from './signals-of.ts';
import { stageCredits } from './stage-credits.ts';
import { stepMachine } from './step-machine.ts';
import { takeMeeting } from './take-meeting.ts';
import { toMachineEvent } from './to-machine-event.ts';

/**
 * An episode told so far: the machine's state after the facts up to some day, with what happened on the way.
 * Immutable; telling it more gives a new one.
 */
export type Fold = {
  readonly snapshot: EpisodeSnapshot;
  /** The latest fact told; a fact that belongs before it needs a new telling from the start. */
  readonly last: StandingFact | null;
  /** All meetings before this day have been looked at. */
  readonly settledBefore: number;
  readonly journal: readonly JournalEntry[];
  /** The meetings of the present stage. */
  readonly meetings: readonly PastMeeting[];
  /** The meetings of the stages before it, in their order. */
  readonly earlier: readonly EarlierStage[];
};

/** How often time may act within one day before something is wrong with the monitors. */
const MOST_MOMENTS_A_DAY = 1000;

/** After two years without a fact a patient's calendar is no longer followed: meetings that nobody records say nothing new. */
const FORGOTTEN_AFTER = 731;

/** The telling of an episode of which nothing is known yet. */
export function emptyFold(of: Plan | Course): Fold {
  const course = courseOf(of);
  let fold = emptyFolds.get(course);
  if (!fold) {
    const [first] = initialTransition(createEpisodeMachine(course));
    const snapshot = first as EpisodeSnapshot;
    fold = { snapshot, last: null, settledBefore: 0, journal: [], meetings: [], earlier: [] };
    emptyFolds.set(course, fold);
  }
  return fold;
}

const emptyFolds = new WeakMap<Course, Fold>();

/** Tells an episode one more fact, after everything that time alone did before it. The fact must not belong before the latest one told. */
export function tellFact(of: Plan | Course, fold: Fold, standing: StandingFact): Fold {
  const course = courseOf(of);
  const event = toMachineEvent(standing);
  const before = passTime(course, fold, event.day);
  const told = idle.get(before.snapshot)?.has(standing)
    ? { ...before, last: standing }
    : { ...send(course, before, withCredits(course, before, event)), last: standing };
  if (isIdle(before, told)) noteIdle(before.snapshot, standing);
  const after = passTime(course, told, event.day);
  return fold.last?.fact.on === standing.fact.on ? after : asBegunBefore(fold, after);
}

/** The states in which a day began from what was told before it: told anew with another first fact, it is mostly the same one. */
const begun = new WeakMap<Fold, EpisodeSnapshot>();

function asBegunBefore(from: Fold, fold: Fold): Fold {
  const known = begun.get(from);
  if (known !== undefined && isSameState(known, fold.snapshot)) return { ...fold, snapshot: known };
  begun.set(from, fold.snapshot);
  return fold;
}

/** The facts of which it is known that they move nothing in a state: facts of one day are told anew whenever one comes before them. */
const idle = new WeakMap<EpisodeSnapshot, WeakSet<StandingFact>>();

function isIdle(before: Fold, after: Fold): boolean {
  const { snapshot, journal, meetings } = before;
  return snapshot === after.snapshot && journal === after.journal && meetings === after.meetings;
}

function noteIdle(snapshot: EpisodeSnapshot, standing: StandingFact): void {
  const known = idle.get(snapshot);
  if (known === undefined) idle.set(snapshot, new WeakSet([standing]));
  else known.add(standing);
}

/** A move as the machine is told it, with the credit that it brings. */
function withCredits(course: Course, fold: Fold, event: MachineEvent): MachineEvent {
  if (!('credits' in event)) return event;
  const to = course.stages.findIndex(({ id }) => id === event.stage);
  return { ...event, credits: stageCredits(course, fold, to, event.day) };
}

/** Whether a fact may be told next, or belongs before one that was told already. */
export function mayTellNext(of: Plan | Course, fold: Fold, standing: StandingFact): boolean {
  return fold.last === null || compareFacts(of, fold.last, standing) <= 0;
}

/** Tells facts in the order in which they happened, from the start. */
export function tellAll(of: Plan | Course, facts: readonly StandingFact[]): Fold {
  const ordered = [...facts].sort((a, b) => compareFacts(of, a, b));
  return ordered.reduce((fold, fact) => tellFact(of, fold, fact), emptyFold(of));
}

/** The episode as of the beginning of a day with the facts told so far: deadlines and meetings without record included. */
export function foldAsOf(of: Plan | Course, fold: Fold, day: number): Fold {
  const course = courseOf(of);
  const passed = passTime(course, fold, day);
  const today = passed.snapshot.context.today;
  if (today === null || today >= day) return passed;
  const context = beginDay(stagePlan(course, passed.snapshot.context), passed.snapshot.context, day);
  return { ...passed, snapshot: { ...passed.snapshot, context } };
}

/** Lets time pass to the beginning of a day: what falls due up to then happens, and meetings before it without a record are noted. */
function passTime(course: Course, fold: Fold, to: number): Fold {
  const plan = stagePlan(course, fold.snapshot.context);
  let current = fold;
  const followed = fold.last === null ? to : toDayNumber(fold.last.fact.on) + FORGOTTEN_AFTER;
  for (let still = 0; still < MOST_MOMENTS_A_DAY; still += 1) {
    const context = current.snapshot.context;
    const waits = context.waitlist !== null;
    if ((context.admittedOn === null && !waits) || context.ended !== null) return settle(current, to);
    const moment = dueMoments(plan, context).find((m) => !m.silent && m.day <= to);
    const limit = moment ? moment.day : to;
    const noted = noteUnrecorded(course, current, Math.min(limit, followed));
    if (noted !== null) {
      current = noted;
      still = 0;
      continue;
    }
    current = settle(current, limit);
    if (!moment) return current;
    const before = context.today;
    current = send(course, current, momentEvent(plan, current, moment));
    if (current.snapshot.context.today !== before) still = 0;
  }
  throw new Error(`monitors of ${plan.curriculum.id} never come to rest`);
}

function momentEvent(plan: Plan, fold: Fold, moment: DueMoment): MachineEvent {
  const context = fold.snapshot.context;
  const timed = { day: Math.max(moment.day, context.today ?? moment.day), fact: 0 };
  if (moment.deadline !== null) return { type: 'DeadlineReached', deadline: moment.deadline, ...timed };
  const credit = moment.credit === null ? undefined : context.credits[moment.credit];
  if (moment.doseWeek !== undefined) {
    const week = doseWeek(plan, context, fold.meetings, moment.doseWeek);
    return { type: 'DoseWeekEnded', outcome: week?.outcome ?? 'excused', ...timed };
  }
  if (!credit) return { type: 'DayBegan', ...timed };
  return {
    type: 'CreditExpired',
    credit: credit.fact,
    track: credit.track,
    sessions: onlyCredited(fold, credit),
    expiresOn: credit.expiresOn,
    ...timed,
  };
}

/** The sessions that a patient has by one credit alone: not attended, and not in another credit. */
function onlyCredited(fold: Fold, credit: EpisodeContext['credits'][number]): number[] {
  const others = fold.snapshot.context.credits.filter((c) => c !== credit && c.track === credit.track);
  return credit.sessions.filter(
    (session) =>
      !others.some((other) => other.sessions.includes(session)) &&
      !fold.meetings.some(
        (m) => m.trackId === credit.track && m.session === session && m.outcome === 'attended',
      ),
  );
}

/** Notes the meetings of the first day before a limit that lack a record; null where there is no such day. */
function noteUnrecorded(course: Course, fold: Fold, before: number): Fold | null {
  const context = fold.snapshot.context;
  if (context.admittedOn === null) return null;
  const plan = stagePlan(course, context);
  for (let day = Math.max(fold.settledBefore, context.admittedOn); day < before; day += 1) {
    const onLeave =
      plan.policies.sessionsDuringLeave === 'owed' && overlapDays(context.leaves, day, day + 1) > 0;
    const met = context.today === day ? [...context.metToday] : [];
    const calendar = onLeave ? { ...context, leaves: [] } : context;
    const open = expectedMeetings(plan, calendar, day).filter(
      (meeting) => !takeMeeting(plan, met, meeting.track),
    );
    if (open.length === 0) continue;
    const noted = open.reduce<Fold>((told, { track, session }) => {
      const id = plan.tracks[track]!.id;
      return send(course, told, {
        type: 'MeetingUnrecorded',
        day,
        fact: 0,
        track: id,
        session: session ?? 0,
        onLeave,
      });
    }, fold);
    return settle(noted, day + 1);
  }
  return null;
}

function settle(fold: Fold, before: number): Fold {
  return before > fold.settledBefore ? { ...fold, settledBefore: before } : fold;
}

function send(course: Course, fold: Fold, event: MachineEvent): Fold {
  const plan = stagePlan(course, fold.snapshot.context);
  const snapshot = stepMachine(course, fold.snapshot, event);
  const entries = journalOf(course, fold.snapshot, snapshot, event);
  const left = fold.snapshot.context.stages.length > 0 ? fold.snapshot.context.stage : null;
  const moved = left !== null && snapshot.context.stages.length > fold.snapshot.context.stages.length;
  const flags = snapshot.context.flags.slice(fold.snapshot.context.flags.length);
  const applies = flags.every((flag) => flag.code !== 'not-applicable');
  const meeting = applies ? meetingOf(plan, event) : null;
  return {
    ...fold,
    snapshot,
    journal: entries.length === 0 ? fold.journal : [...fold.journal, ...entries],
    ...(moved ? { meetings: [], earlier: [...fold.earlier, { stage: left, meetings: fold.meetings }] } : {}),
    ...(meeting === null ? {} : { meetings: [...fold.meetings, meeting] }),
  };
}

function meetingOf(plan: Plan, event: MachineEvent): PastMeeting | null {
  if (event.type !== 'MeetingUnrecorded' && event.type !== 'AttendanceRecorded') return null;
  const place = {
    day: event.day,
    track: plan.tracks.findIndex((t) => t.id === event.track),
    trackId: event.track,
  };
  if (event.type === 'MeetingUnrecorded') {
    const outcome = event.onLeave ? 'excused' : 'unrecorded';
    return { ...place, session: event.session || null, outcome, fact: 0, makeUp: false };
  }
  const outcome = attendanceOutcome(plan, event);
  return {
    ...place,
    session: event.session ?? null,
    outcome,
    fact: event.fact,
    makeUp: event.makeUp ?? false,
    ...(event.minutes === undefined ? {} : { minutes: event.minutes }),
  };
}
