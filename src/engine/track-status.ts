import { type CalendarDate, fromDayNumber } from '../curriculum/calendar-date.ts';
import type { AttendanceOutcome } from '../program/counters-of.ts';
import type { EpisodeContext } from '../program/episode-context.ts';
import type { ExpectedMeeting } from '../program/expected-meeting.ts';
import { currentSessions, expectedMeetings } from '../program/expected-meetings.ts';
import type { Fold } from '../program/fold.ts';
import type { Plan, PlanTrack } from '../program/plan.ts';
import { takeMeeting } from '../program/take-meeting.ts';

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
  /** Sessions that can still be held for the patient: all that he has not met since his count of them began. */
  readonly remaining: readonly { readonly session: number; readonly title: string }[];
  /** The track in whose meeting this one can be held, where it is an elective; null where it has meetings of its own. */
  readonly heldAt: string | null;
  /** True where it has no hours of its own, and is held when it is arranged. */
  readonly byArrangement: boolean;
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
      remaining: remainingOf(context, track),
      heldAt: track.heldAt === null ? null : (plan.tracks[track.heldAt]?.id ?? null),
      byArrangement: track.slots.length === 0 && track.heldAt === null,
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
    const today = day === context.today;
    const met = today ? [...context.metToday] : [];
    for (const meeting of expectedMeetings(
      plan,
      today ? { ...context, counters: context.morning } : context,
      day,
    )) {
      if (!takeMeeting(plan, met, meeting.track) && !found.has(meeting.track))
        found.set(meeting.track, meeting);
    }
  }
  return found;
}

function remainingOf(context: EpisodeContext, track: PlanTrack): TrackStatus['remaining'] {
  const done = currentSessions(context, track);
  return track.sessions
    .filter(({ number }) => !done.includes(number))
    .map(({ number, title }) => ({ session: number, title }));
}
