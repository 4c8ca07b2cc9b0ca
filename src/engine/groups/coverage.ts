import { addDays, type CalendarDate } from '../../curriculum/calendar-date.ts';
import type { Plan } from '../../program/plan.ts';
import { creditOf } from './credit-of.ts';
import type { PlacedGroup } from './group-decision.ts';
import { groupOn } from './group-state.ts';
import { meetingsOf } from './meetings-of.ts';

/** When a patient who starts on a day meets each session of a rolling track. */
export type TrackCoverage = {
  readonly track: string;
  readonly title: string;
  readonly sessions: readonly {
    readonly session: number;
    readonly title: string;
    /** The days on which a group holds it while he is in the track; none where he would have to make it up. */
    readonly on: readonly CalendarDate[];
  }[];
  /** How many of the sessions that the track requires he would have to make up. */
  readonly makeUps: number;
};

/** A day on which a patient may start, with what he would meet. */
export type StartCoverage = {
  readonly start: CalendarDate;
  readonly makeUps: number;
  readonly tracks: readonly TrackCoverage[];
};

/** The coverage of the first possible start, and of the one that needs the fewest make-ups, the earliest of several. */
export type Coverage = {
  readonly first: StartCoverage;
  readonly best: StartCoverage;
  /** Make-ups by day of start. */
  readonly starts: readonly { readonly start: CalendarDate; readonly makeUps: number }[];
};

/**
 * What a new patient would meet of the rolling tracks of a curriculum, for a start on each of some days, if he misses nothing. A track
 * takes its published weeks from the start. Pure.
 */
export function coverageOf(
  plan: Plan,
  groups: readonly PlacedGroup[],
  from: CalendarDate,
  days: number,
): Coverage {
  const tracks = plan.tracks
    .filter(({ order, required }) => order === 'rolling' && required > 0)
    .map((track) => ({ ...track, lastWeek: track.lastWeek ?? lastWeekOf(plan, track.during) }));
  const longest = Math.max(0, ...tracks.map(({ lastWeek }) => lastWeek * 7));
  const held = groups.flatMap(({ state, closures }) =>
    meetingsOf(state, from, addDays(from, days + longest), closures).flatMap(
      ({ meeting, date, topic, status }) => {
        if (status === 'cancelled' || topic === null) return [];
        const credit = creditOf(groupOn(state, meeting.slice(0, 10)), plan.curriculum.id, topic);
        return credit.kind === 'session' ? [{ date, track: credit.track, session: credit.session }] : [];
      },
    ),
  );
  const startOn = (start: CalendarDate): StartCoverage => {
    const covered = tracks.map(({ id, title, sessions, required, firstWeek, lastWeek }) => {
      const [begin, end] = [addDays(start, (firstWeek - 1) * 7), addDays(start, lastWeek * 7)];
      const mine = held.filter(({ track, date }) => track === id && date >= begin && date < end);
      const met = sessions.map(({ number, title: name }) => {
        const on = mine.filter(({ session }) => session === number).map(({ date }) => date);
        return { session: number, title: name, on: on.sort() };
      });
      const makeUps = Math.max(0, required - met.filter(({ on }) => on.length > 0).length);
      return { track: id, title, sessions: met, makeUps };
    });
    return { start, makeUps: covered.reduce((sum, { makeUps }) => sum + makeUps, 0), tracks: covered };
  };
  const all = Array.from({ length: Math.max(1, days) }, (_, n) => startOn(addDays(from, n)));
  const first = all[0] as StartCoverage;
  const best = all.reduce((least, one) => (one.makeUps < least.makeUps ? one : least), first);
  return { first, best, starts: all.map(({ start, makeUps }) => ({ start, makeUps })) };
}

/** The last published week of some phases, for a track that meets in all weeks while it is open. */
function lastWeekOf(plan: Plan, phases: readonly number[]): number {
  return Math.max(1, ...phases.map((phase) => plan.phases[phase]?.weeks?.to ?? 0));
}
