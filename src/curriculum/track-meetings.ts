import { type CalendarDate, toDayNumber } from './calendar-date.ts';
import type { Curriculum } from './curriculum.ts';
import type { Schedule } from './schedule.ts';
import type { TimeOfDay } from './time-of-day.ts';
import type { Track } from './track.ts';
import { trackWeeks } from './track-weeks.ts';
import { WEEKDAYS, weekdayIndex } from './weekday.ts';

/** A time at which a track meets on a patient's calendar; `day` counts from 1970-01-01, `week` from admission. */
export type TrackMeeting = {
  readonly day: number;
  readonly week: number;
  readonly start: TimeOfDay;
  readonly minutes: number;
};

/** More than anybody attends: ten years of daily meetings. It bounds what a hostile file can make us list. */
const MOST_MEETINGS = 3653;

/**
 * The times at which a track meets for a patient who is admitted on `start` and keeps to the published weeks, in order.
 *
 * Pure and lazy. Goes on to the last published week, whether or not there are sessions left to hold, but for ten years of
 * daily meetings at most.
 */
export function* trackMeetings(
  curriculum: Curriculum,
  track: Track,
  start: CalendarDate,
): Generator<TrackMeeting> {
  const first = toDayNumber(start);
  const entries = track.schedule.map((schedule) => ({
    schedule,
    weeks: trackWeeks(curriculum, track, schedule),
  }));
  const all = new Set(entries.flatMap((entry) => [...entry.weeks]));
  let count = 0;
  for (const week of [...all].sort((a, b) => a - b)) {
    const meetings = new Map<string, TrackMeeting>();
    for (const { schedule, weeks } of entries) {
      if (!weeks.has(week)) continue;
      for (const meeting of weekMeetings(schedule, week, first)) {
        const key = `${meeting.day} ${meeting.start}`;
        if (!meetings.has(key)) meetings.set(key, meeting);
      }
    }
    if (count >= MOST_MEETINGS) return;
    count += meetings.size;
    yield* [...meetings.values()].sort((a, b) => a.day - b.day || (a.start < b.start ? -1 : 1));
  }
}

function weekMeetings(schedule: Schedule, week: number, first: number): TrackMeeting[] {
  return schedule.weekdays.map((weekday) => ({
    day: first + (week - 1) * 7 + ((WEEKDAYS.indexOf(weekday) - weekdayIndex(first) + 7) % 7),
    week,
    start: schedule.start,
    minutes: schedule.minutes,
  }));
}
