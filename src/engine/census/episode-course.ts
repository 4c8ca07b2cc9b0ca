import { type CalendarDate, fromDayNumber } from '../../curriculum/calendar-date.ts';
import { stagePlan } from '../../program/course.ts';
import type { Fold } from '../../program/fold.ts';
import type { Episode } from '../episode.ts';

/** A stretch of days in one phase at one level of care; `to` is the first day after it, null while it lasts. */
export type EpisodeStay = {
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
  readonly level: string;
  readonly curriculum: string;
  readonly phase: string | null;
  /** True for days of leave. */
  readonly leave: boolean;
};

/** Where an episode was, from its admission on: what a census is counted from. It holds no present. */
export type EpisodeCourse = {
  readonly episode: string;
  readonly site: string | null;
  readonly counselor: string | null;
  readonly admitted: readonly CalendarDate[];
  readonly stays: readonly EpisodeStay[];
  /** Its ends; more than one where it was taken up again. `reason` is `graduated`, or why the patient was discharged. */
  readonly ends: readonly { readonly on: CalendarDate; readonly reason: string }[];
};

/** The course of an episode from its fold. Pure. */
export function episodeCourse(
  episode: Episode,
  fold: Fold,
  people: Pick<EpisodeCourse, 'site' | 'counselor'>,
): EpisodeCourse {
  const { stages } = fold.snapshot.context;
  const placeOn = (day: number) => {
    const stage = stages.findLast(({ from }) => from <= day)?.stage ?? stages[0]?.stage ?? 0;
    const plan = stagePlan(episode.course, { stage });
    return { level: plan.levelOfCare.key, curriculum: plan.curriculum.id };
  };
  const admitted: CalendarDate[] = [];
  const ends: { on: CalendarDate; reason: string }[] = [];
  const moments = new Map<number, Pick<EpisodeStay, 'phase' | 'leave'> | null>();
  let now: Pick<EpisodeStay, 'phase' | 'leave'> | null = null;
  let phase: string | null = null;
  for (const { kind, day, from, to } of fold.journal) {
    if (kind === 'phase') phase = to;
    else if (kind === 'lifecycle') {
      const on = fromDayNumber(day);
      if (to === 'active' && from !== 'on-leave') admitted.push(on);
      if (to === 'active' || to === 'on-leave') now = { phase, leave: to === 'on-leave' };
      else if (to !== 'referred') {
        now = null;
        ends.push({ on, reason: to ?? '' });
      }
    } else if (kind !== 'level') continue;
    moments.set(day, now === null ? null : { ...now, phase });
  }
  const days = [...moments];
  const stays = days.flatMap(([day, at], i): EpisodeStay[] => {
    const next = days[i + 1]?.[0];
    const to = next === undefined ? null : fromDayNumber(next);
    return at === null ? [] : [{ from: fromDayNumber(day), to, ...placeOn(day), ...at }];
  });
  const { site, counselor } = people;
  return { episode: episode.id, site, counselor, admitted, stays, ends };
}
