import { addDays, type CalendarDate, fromDayNumber, toDayNumber } from '../../curriculum/calendar-date.ts';
import { type Episode, standAsOf } from '../episode.ts';
import { trackStatuses } from '../track-status.ts';
import { creditOf } from './credit-of.ts';
import type { PlacedGroup } from './group-decision.ts';
import { groupOn } from './group-state.ts';
import { type Meeting, meetingsOf } from './meetings-of.ts';
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

/** What a patient owes on a day, with the meetings of the days after it that would satisfy it. Pure. */
export function owedSessions(
  episode: Episode,
  groups: readonly PlacedGroup[],
  today: CalendarDate,
  days: number,
): OwedSession[] {
  const { episode: stood, fold } = standAsOf(episode, today);
  const { plan } = stood;
  const owing = trackStatuses(plan, fold, toDayNumber(today)).filter(({ owed }) => owed.length > 0);
  // Only groups that give credit for something that he owes are laid out.
  const helpful = groups.filter(({ state }) =>
    state.definitions.some(({ group }) =>
      group.credits.some(
        (credit) => credit.curriculum === plan.curriculum.id && owing.some(({ id }) => id === credit.track),
      ),
    ),
  );
  const coming = helpful.flatMap(({ state, closures }) =>
    meetingsOf(state, today, addDays(today, days), closures)
      .filter(({ status }) => status === 'planned' || status === 'moved')
      .map((meeting) => ({ state, meeting, group: groupOn(state, meeting.meeting.slice(0, 10)) })),
  );
  const within = plan.policies.makeUpWithinDays;
  return owing.flatMap(({ id: track, owed }) =>
    owed.map((session) => {
      const missed = fold.meetings.find((m) => m.trackId === track && m.session === session);
      const until = within === null || missed === undefined ? null : fromDayNumber(missed.day + within);
      const meetings = coming.flatMap(({ state, meeting, group }) => {
        const credit = meeting.topic === null ? null : creditOf(group, plan.curriculum.id, meeting.topic);
        if (credit?.kind !== 'session' || credit.track !== track || credit.session !== session) return [];
        if (until !== null && meeting.date > until) return [];
        const there = expectedAt({ state }, meeting);
        const placesFree = group.capacity === undefined ? null : Math.max(0, group.capacity - there.length);
        return [{ ...meeting, expected: there.includes(episode.id), placesFree }];
      });
      return {
        track,
        session,
        title:
          plan.tracks.find(({ id }) => id === track)?.sessions.find(({ number }) => number === session)
            ?.title ?? null,
        missedOn: missed === undefined ? null : fromDayNumber(missed.day),
        until,
        meetings: meetings.sort((a, b) => a.startsAt - b.startsAt),
      };
    }),
  );
}
