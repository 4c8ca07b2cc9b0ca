import { addDays, type CalendarDate, fromDayNumber, toDayNumber } from '../../curriculum/calendar-date.ts';
import { type Episode, standAsOf } from '../episode.ts';
import { trackStatuses } from '../track-status.ts';
import type { Coming } from './coming-slots.ts';
import { groupOn } from './group-state.ts';
import { type Meeting, meetingOf } from './meetings-of.ts';
import { expectedAt } from './record-roster.ts';

/** A session that a patient owes, and the coming meetings of groups at which he could make it up. */
export type OwedSession = {
  readonly track: string;
  readonly session: number;
  readonly title: string | null;
  readonly missedOn: CalendarDate | null;
  /** The last day on which the program takes it as made up; null where it sets none. */
  readonly until: CalendarDate | null;
  readonly meetings: readonly (Meeting & {
    /** True where he is expected there already, as a member or by a booking. */
    readonly expected: boolean;
    /** Null where the group has no capacity of its own. */
    readonly placesFree: number | null;
  })[];
};

/** Within how many days make-ups are looked for unless somebody says otherwise. */
export const OWED_DAYS = 42;

/** Within which days to look, and how many meetings with a free place to name for each session: the earliest; all meetings unless given. */
export type OwedOptions = { readonly days: number; readonly most?: number | undefined };

/** Where sessions can be made up. */
export type MakeUps = {
  /** The meetings on some days in which a curriculum gives credit for a session of a track, in order of time. */
  readonly coming: (
    curriculum: string,
    track: string,
    session: number,
    span: readonly [CalendarDate, CalendarDate],
  ) => readonly Coming[];
  /** The groups in which the patient is, or for a meeting of which he is booked. */
  readonly own: ReadonlySet<string>;
};

/** What a patient owes on a day, with the meetings of the days after it that would satisfy it. Pure. */
export function owedSessions(
  episode: Episode,
  { coming: all, own }: MakeUps,
  today: CalendarDate,
  { days, most }: OwedOptions,
): OwedSession[] {
  const { episode: stood, fold } = standAsOf(episode, today);
  const { plan } = stood;
  const owing = trackStatuses(plan, fold, toDayNumber(today)).filter(({ owed }) => owed.length > 0);
  const span = [today, addDays(today, days)] as const;
  const within = plan.policies.makeUpWithinDays;
  return owing.flatMap(({ id: track, owed }) =>
    owed.map((session) => {
      const missed = fold.meetings.find((m) => m.trackId === track && m.session === session);
      const until = within === null || missed === undefined ? null : fromDayNumber(missed.day + within);
      const possible = until !== null && until < today ? [] : all(plan.curriculum.id, track, session, span);
      const coming = until === null ? possible : possible.filter(({ slot }) => slot.date <= until);
      return {
        track,
        session,
        title:
          plan.tracks.find(({ id }) => id === track)?.sessions.find(({ number }) => number === session)
            ?.title ?? null,
        missedOn: missed === undefined ? null : fromDayNumber(missed.day),
        until,
        meetings: chooseMeetings(coming, episode.id, own, most),
      };
    }),
  );
}

/** The meetings at which a patient is expected, and the first of those with a free place; or all of them. */
function chooseMeetings(
  coming: readonly Coming[],
  episode: string,
  own: ReadonlySet<string>,
  most?: number,
): OwedSession['meetings'] {
  const found: OwedSession['meetings'][number][] = [];
  let free = 0;
  for (const { state, slot } of coming) {
    const enough = most !== undefined && free >= most;
    if (enough && !own.has(state.id)) continue;
    const meeting = meetingOf(state, slot);
    const { capacity } = groupOn(state, meeting.meeting.slice(0, 10));
    const there = expectedAt({ state }, meeting);
    const placesFree = capacity === undefined ? null : Math.max(0, capacity - there.length);
    const expected = there.includes(episode);
    if (most !== undefined && !expected && (enough || placesFree === 0)) continue;
    if (!expected) free += 1;
    found.push({ ...meeting, expected, placesFree });
  }
  return found.sort((a, b) => a.startsAt - b.startsAt);
}
