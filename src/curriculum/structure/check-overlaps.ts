import { toDayNumber } from '../calendar-date.ts';
import type { Curriculum } from '../curriculum.ts';
import { type PublishedSession, publishedCalendar } from '../published-calendar.ts';
import { type StructureIssue, structureError } from '../structure-issue.ts';
import { minutesOfDay } from '../time-of-day.ts';
import { weekdayOf } from '../weekday.ts';

/**
 * Finds two meetings that one patient would have to attend at the same time, on the published calendar. Pure.
 *
 * Each pair of tracks is reported once, with the first such meeting. Tracks that share no phase, and electives that are
 * held at another track, do not count.
 */
export function checkOverlaps(curriculum: Curriculum): StructureIssue[] {
  // A Monday; which weekday a patient begins on changes the weeks of a meeting, not what lies beside it.
  const rows = publishedCalendar(curriculum, '2026-01-05');
  const issues: StructureIssue[] = [];
  const reported = new Set<string>();
  let open: PublishedSession[] = [];
  for (const row of rows) {
    open = open.filter((other) => other.date === row.date && endOf(other) > minutesOfDay(row.start));
    for (const other of open) {
      const pair = `${other.track} ${row.track}`;
      if (reported.has(pair) || !together(curriculum, other.track, row.track)) continue;
      reported.add(pair).add(`${row.track} ${other.track}`);
      issues.push(overlap(curriculum, other, row));
    }
    open.push(row);
  }
  return issues;
}

function overlap(curriculum: Curriculum, first: PublishedSession, second: PublishedSession): StructureIssue {
  const weekday = weekdayOf(toDayNumber(second.date));
  const [one, two] = [first, second].map((row) => `${row.track} (${row.start}, ${row.minutes} minutes)`);
  const index = curriculum.tracks.findIndex(({ id }) => id === second.track);
  const entry = curriculum.tracks[index]?.schedule.findIndex(
    ({ weekdays, start }) => start === second.start && weekdays.includes(weekday),
  );
  return structureError(
    'tracks-overlap',
    ['tracks', index, 'schedule', Math.max(0, entry ?? 0), 'start'],
    `${one} and ${two} meet at the same time, first on ${weekday} of week ${second.week}; move one`,
  );
}

function together(curriculum: Curriculum, first: string, second: string): boolean {
  const [one, two] = [first, second].map((name) => curriculum.tracks.find(({ id }) => id === name));
  if (one === undefined || two === undefined || one.heldAt !== undefined || two.heldAt !== undefined)
    return false;
  return one.during.some((phase) => two.during.includes(phase));
}

function endOf(row: PublishedSession): number {
  return minutesOfDay(row.start) + row.minutes;
}
