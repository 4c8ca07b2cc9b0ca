import { addDays, type CalendarDate, daysBetween } from '../../curriculum/calendar-date.ts';
import { StepwellError } from '../stepwell-error.ts';
import type { Census, CensusPoint, CensusQuery } from './census.ts';
import type { EpisodeCourse, EpisodeStay } from './episode-course.ts';

const MOST_POINTS = 4_000;

/** Counts a census from the courses of episodes. Days after `today` are left out. Throws `invalid-command` for more than 4,000 days. Pure. */
export function countCensus(
  courses: readonly EpisodeCourse[],
  query: CensusQuery,
  today: CalendarDate,
): Census {
  const to = query.to === undefined || query.to > today ? today : query.to;
  const from = query.from === undefined || query.from > to ? to : query.from;
  const { step = 'week', by = 'level' } = query;
  const days = daysOf(from, to, step);
  const keyOf = (course: EpisodeCourse, stay: EpisodeStay): string =>
    (by === 'site' || by === 'counselor' ? course[by] : stay[by]) ?? 'none';
  const chosen = courses
    .map((course) => ({ ...course, stays: chosenStays(course, query) }))
    .filter((course) => within(course, query));
  const counted = new Map<string, number[]>();
  const onLeave = days.map(() => 0);
  for (const course of chosen)
    for (const stay of course.stays) {
      const first = firstFrom(days, stay.from);
      const end = stay.to === null ? days.length : firstFrom(days, stay.to);
      if (first >= end) continue;
      const key = keyOf(course, stay);
      const counts = counted.get(key) ?? days.map(() => 0);
      counted.set(key, counts);
      for (let i = first; i < end; i += 1) {
        counts[i]! += 1;
        if (stay.leave) onLeave[i]! += 1;
      }
    }
  const admissions = chosen.flatMap(({ admitted }) => admitted).filter((on) => on >= from && on <= to);
  const ends = chosen.flatMap((course) => course.ends).filter(({ on }) => on >= from && on <= to);
  const groups = [...counted.keys()].sort();
  const since = (list: readonly CalendarDate[], i: number) => {
    const before = days[i - 1];
    return list.filter((on) => on <= days[i]! && (before === undefined ? on >= from : on > before)).length;
  };
  const points = days.map((on, i): CensusPoint => {
    const counts = groups.map((key) => counted.get(key)?.[i] ?? 0);
    return {
      on,
      patients: counts.reduce((sum, count) => sum + count, 0),
      onLeave: onLeave[i] ?? 0,
      counts,
      admitted: since(admissions, i),
      ended: since(
        ends.map((end) => end.on),
        i,
      ),
    };
  });
  return {
    ...{ from, to, step, by, groups, points },
    levels: levelsOf(chosen, from, addDays(to, 1)),
    ends: [...Map.groupBy(ends, ({ reason }) => reason)]
      .map(([reason, list]) => ({ reason, patients: list.length }))
      .sort((a, b) => b.patients - a.patients || (a.reason < b.reason ? -1 : 1)),
    admitted: admissions.length,
    completed: ends.filter(({ reason }) => reason === 'graduated').length,
  };
}

function chosenStays({ stays }: EpisodeCourse, { curriculum }: CensusQuery): EpisodeStay[] {
  return stays.filter((stay) => curriculum === undefined || stay.curriculum === curriculum);
}

function within(course: EpisodeCourse, { site, counselor, curriculum }: CensusQuery): boolean {
  if (site !== undefined && course.site !== site) return false;
  if (counselor !== undefined && course.counselor !== counselor) return false;
  return curriculum === undefined || course.stays.length > 0;
}

/** The days of a census: the first, those a step apart, and the last one. */
function daysOf(from: CalendarDate, to: CalendarDate, step: Census['step']): CalendarDate[] {
  const days: CalendarDate[] = [];
  for (let n = 0; ; n += 1) {
    const day = step === 'month' ? addMonths(from, n) : addDays(from, n * (step === 'week' ? 7 : 1));
    if (day >= to) break;
    if (n === MOST_POINTS)
      throw new StepwellError(
        'invalid-command',
        `from ${from} to ${to} by ${step} are more than ${MOST_POINTS} lines; take a longer step, or fewer days`,
      );
    days.push(day);
  }
  return [...days, to];
}

/** The same day some months later, or the last one of a shorter month. */
function addMonths(from: CalendarDate, months: number): CalendarDate {
  const [year = 0, month = 0, day = 0] = from.split('-').map(Number);
  const at = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate();
  at.setUTCDate(Math.min(day, last));
  return at.toISOString().slice(0, 10);
}

/** The place of the first of some days in order that is not before a day. */
function firstFrom(days: readonly CalendarDate[], day: CalendarDate): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle]! < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

function levelsOf(
  courses: readonly Pick<EpisodeCourse, 'episode' | 'stays'>[],
  from: CalendarDate,
  end: CalendarDate,
): Census['levels'] {
  const levels = new Map<string, { days: number; patients: Set<string> }>();
  for (const { episode, stays } of courses)
    for (const { level, leave, ...stay } of stays) {
      const first = stay.from > from ? stay.from : from;
      const last = stay.to === null || stay.to > end ? end : stay.to;
      if (leave || first >= last) continue;
      const found = levels.get(level) ?? { days: 0, patients: new Set() };
      found.days += daysBetween(first, last);
      found.patients.add(episode);
      levels.set(level, found);
    }
  return [...levels]
    .map(([level, { days, patients }]) => ({ level, days, patients: patients.size }))
    .sort((a, b) => (a.level < b.level ? -1 : 1));
}
