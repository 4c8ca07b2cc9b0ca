import { type CalendarDate, fromDayNumber, toDayNumber } from './calendar-date.ts';
import type { Curriculum } from './curriculum.ts';
import type { Session } from './session.ts';
import type { TimeOfDay } from './time-of-day.ts';
import type { Track } from './track.ts';
import { type TrackMeeting, trackMeetings } from './track-meetings.ts';
import { WEEKDAYS, weekdayIndex } from './weekday.ts';

/** A dated session of the published program. `week` counts from admission: week 1 is days 1 to 7. */
export type PublishedSession = {
  readonly date: CalendarDate;
  readonly week: number;
  readonly track: string;
  readonly session: number;
  readonly title: string;
  readonly start: TimeOfDay;
  readonly minutes: number;
};

/** What a clinic knows beyond the curriculum: when its rolling groups met session 1, by the id of the track. */
export type CalendarOptions = { readonly cycleStarts?: Readonly<Record<string, CalendarDate>> };

/**
 * The calendar of a patient who is admitted on `start`, keeps to the published weeks and misses nothing.
 *
 * Pure. In the order of date, time and track. A track ends with its last session; a rolling one meets in all
 * of its weeks, each time with the topic that the group has then. Tracks without a schedule have no dates.
 *
 * ```ts
 * publishedCalendar(matrix, '2026-01-05')[0]
 * //=> { date: '2026-01-05', week: 1, track: 'individual-conjoint', session: 1, title: 'Orientation …', start: '17:00', minutes: 50 }
 * ```
 */
export function publishedCalendar(
  curriculum: Curriculum,
  start: CalendarDate,
  options: CalendarOptions = {},
): PublishedSession[] {
  // The sort is stable: what begins at the same time stays in the order of the tracks.
  return curriculum.tracks
    .flatMap((track) => trackSessions(curriculum, track, start, options))
    .sort((a, b) => compare(a.date, b.date) || compare(a.start, b.start));
}

function trackSessions(
  curriculum: Curriculum,
  track: Track,
  start: CalendarDate,
  options: CalendarOptions,
): PublishedSession[] {
  const sessions = [...track.sessions].sort((a, b) => a.number - b.number);
  const cycleStart = options.cycleStarts?.[track.id] ?? track.cycleStart;
  const rows: PublishedSession[] = [];
  for (const meeting of trackMeetings(curriculum, track, start)) {
    if (rows.length === sessions.length && track.order !== 'rolling') break;
    const index =
      track.order === 'rolling' && cycleStart !== undefined
        ? groupIndex(track, meeting, cycleStart)
        : rows.length;
    const { number, title } = sessionAt(sessions, index);
    const { day, week, start: time, minutes } = meeting;
    rows.push({
      date: fromDayNumber(day),
      week,
      track: track.id,
      session: number,
      title,
      start: time,
      minutes,
    });
  }
  return rows;
}

/** How many meetings a rolling group has held from the start of its cycle to a meeting; negative before it. */
function groupIndex(track: Track, meeting: TrackMeeting, cycleStart: CalendarDate): number {
  const first = toDayNumber(cycleStart);
  const offset = (weekday: string) =>
    ((WEEKDAYS as readonly string[]).indexOf(weekday) - weekdayIndex(first) + 7) % 7;
  const slots = new Map<string, { offset: number; start: TimeOfDay; everyWeeks: number }>();
  for (const { weekdays, start, everyWeeks = 1 } of track.schedule) {
    for (const day of weekdays) slots.set(`${day} ${start}`, { offset: offset(day), start, everyWeeks });
  }
  const week = Math.floor((meeting.day - first) / 7);
  const here = meeting.day - first - week * 7;
  const own = [...slots.values()].find((slot) => slot.offset === here && slot.start === meeting.start);
  const before = [...slots.values()].filter(
    (slot) => slot.offset < here || (slot.offset === here && slot.start < meeting.start),
  );
  return Math.floor(week / (own?.everyWeeks ?? 1)) * slots.size + before.length;
}

function sessionAt(sessions: readonly Session[], index: number): Session {
  return sessions[((index % sessions.length) + sessions.length) % sessions.length]!;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
