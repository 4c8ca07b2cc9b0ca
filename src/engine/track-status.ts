import { type CalendarDate, fromDayNumber } from '../curriculum/calendar-date.ts';
import type { AttendanceOutcome } from '../program/counters-of.ts';
import { type ExpectedMeeting, expectedMeetings } from '../program/expected-meetings.ts';
import type { Fold } from '../program/fold.ts';
import type { Plan } from '../program/plan.ts';

/** What a patient has done of a track, has missed, and owes. */
export type TrackStatus = {
  readonly id: string;
  readonly title: string;
  readonly open: boolean;
  readonly required: number;
  /** Distinct sessions attended or credited. */
  readonly done: readonly number[];
  readonly missed: number;
  readonly excused: number;
  /** Meetings that passed without a record. */
  readonly unrecorded: number;
  readonly minutes: number;
  /** Sessions that were held for the patient and that he has not met. */
  readonly owed: readonly number[];
  readonly next: {
    readonly date: CalendarDate;
    readonly start: string;
    readonly session: number | null;
    readonly title: string | null;
  } | null;
};

const LOOK_AHEAD = 35;

/** The tracks of a plan as a fold leaves them, with each one's next meeting within five weeks. */
export function trackStatuses(plan: Plan, fold: Fold, day: number): TrackStatus[] {
  const context = fold.snapshot.context;
  const next = nextMeetings(plan, fold, day);
  const treated = context.admittedOn !== null && context.ended === null;
  return plan.tracks.map((track, t) => {
    const done = context.counters[track.counters.sessions] as readonly number[];
    const owing: readonly AttendanceOutcome[] = ['absent', 'excused', 'partial', 'unrecorded'];
    const owed = fold.meetings.flatMap((m) =>
      m.track === t && m.session !== null && owing.includes(m.outcome) && !done.includes(m.session)
        ? [m.session]
        : [],
    );
    const number = (counter: number) => (context.counters[counter] as number | null) ?? 0;
    const meeting = next.get(t);
    return {
      id: track.id,
      title: track.title,
      open: treated && track.during.includes(context.phase),
      required: track.required,
      done,
      missed: number(track.counters.absent),
      excused: number(track.counters.excused),
      unrecorded: number(track.counters.unrecorded),
      minutes: number(track.counters.minutes),
      owed: track.required === 0 ? [] : [...new Set(owed)].sort((a, b) => a - b),
      next: meeting
        ? {
            date: fromDayNumber(meeting.day),
            start: meeting.start,
            session: meeting.session,
            title: track.sessions.find((s) => s.number === meeting.session)?.title ?? null,
          }
        : null,
    };
  });
}

function nextMeetings(plan: Plan, fold: Fold, from: number): Map<number, ExpectedMeeting> {
  const context = fold.snapshot.context;
  const found = new Map<number, ExpectedMeeting>();
  for (let day = from; day < from + LOOK_AHEAD; day += 1) {
    const met = day === context.today ? context.metToday : [];
    for (const meeting of expectedMeetings(plan, context, day)) {
      if (!found.has(meeting.track) && !met.includes(meeting.track)) found.set(meeting.track, meeting);
    }
  }
  return found;
}
