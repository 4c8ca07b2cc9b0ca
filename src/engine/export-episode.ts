import type { CalendarDate } from '../curriculum/calendar-date.ts';
import { stagePlan } from '../program/course.ts';
import type { Fold } from '../program/fold.ts';
import type { Plan } from '../program/plan.ts';
import { dateOf, type Episode } from './episode.ts';
import { changesByTime, describeHistory, type HistoryEntry } from './history.ts';
import type { Change } from './outcome.ts';
import { describeStatus, type Status } from './status.ts';

/** Everything about one episode: where it stands, all that was ever recorded, every meeting, and what time did. */
export type EpisodeExport = {
  readonly format: 'stepwell-episode-1';
  readonly exportedAt: string;
  readonly status: Status;
  readonly history: readonly HistoryEntry[];
  readonly meetings: readonly {
    readonly on: CalendarDate;
    readonly track: string;
    readonly session: number | null;
    readonly title: string | null;
    readonly outcome: string;
    readonly fact: number | null;
  }[];
  readonly byTime: readonly Change[];
};

/** Puts together everything about an episode as of a fold. Pure. */
export function describeExport(
  episode: Episode,
  fold: Fold,
  asOf: CalendarDate,
  exportedAt: string,
): EpisodeExport {
  return {
    format: 'stepwell-episode-1',
    exportedAt,
    status: describeStatus(episode, fold, asOf, null),
    history: describeHistory(episode, fold, asOf),
    meetings: [...fold.earlier, { stage: fold.snapshot.context.stage, meetings: fold.meetings }].flatMap(
      ({ stage, meetings }) =>
        meetings.map((meeting) => ({
          on: dateOf(meeting.day) ?? '',
          track: meeting.trackId,
          session: meeting.session,
          title: titleOf(stagePlan(episode.course, { stage }), meeting.track, meeting.session),
          outcome: meeting.outcome,
          fact: meeting.fact === 0 ? null : meeting.fact,
        })),
    ),
    byTime: changesByTime(fold),
  };
}

function titleOf(plan: Plan, track: number, session: number | null): string | null {
  return plan.tracks[track]?.sessions.find((s) => s.number === session)?.title ?? null;
}
