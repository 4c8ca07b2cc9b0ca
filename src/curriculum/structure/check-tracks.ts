import type { Curriculum } from '../curriculum.ts';
import { type StructureIssue, structureError, structureWarning } from '../structure-issue.ts';
import { minutesOfDay } from '../time-of-day.ts';
import type { Track } from '../track.ts';
import { trackMeetings } from '../track-meetings.ts';
import { trackPhaseRanges, trackWeeks } from '../track-weeks.ts';

const MINUTES_OF_DAY = 24 * 60;

/** Finds sessions without a number or a date, and schedules that never meet the phases of their track. Pure. */
export function checkTracks(curriculum: Curriculum): StructureIssue[] {
  return curriculum.tracks.flatMap((track, t) => [
    ...checkNumbers(track, t),
    ...checkRequired(track, t),
    ...checkSchedule(curriculum, track, t),
    ...checkHost(curriculum, track, t),
  ]);
}

function checkNumbers(track: Track, t: number): StructureIssue[] {
  const numbers = new Set(track.sessions.map(({ number }) => number));
  const missing = Array.from({ length: numbers.size }, (_, i) => i + 1).filter(
    (number) => !numbers.has(number),
  );
  if (missing.length === 0) return [];
  const message = `sessions are numbered 1 to ${numbers.size} without gaps; ${missing.slice(0, 5).join(', ')} is missing`;
  return [{ ...structureError('session-number-gap', ['tracks', t, 'sessions'], message), at: 'key' }];
}

function checkRequired(track: Track, t: number): StructureIssue[] {
  const issues: StructureIssue[] = [];
  if (typeof track.requires === 'number' && track.requires > track.sessions.length) {
    const message = `${track.id} has ${track.sessions.length} sessions, so ${track.requires} can never be done`;
    issues.push(structureError('threshold-impossible', ['tracks', t, 'requires'], message));
  }
  const { minimum, maximum } = track.capacity ?? {};
  if (minimum !== undefined && maximum !== undefined && minimum > maximum) {
    const message = `no group has at least ${minimum} and at most ${maximum} participants`;
    issues.push(structureError('threshold-impossible', ['tracks', t, 'capacity', 'minimum'], message));
  }
  return issues;
}

function checkSchedule(curriculum: Curriculum, track: Track, t: number): StructureIssue[] {
  const open = new Set(
    trackPhaseRanges(curriculum, track).flatMap(({ from, to }) =>
      Array.from({ length: to - from + 1 }, (_, i) => from + i),
    ),
  );
  const issues = track.schedule.flatMap((schedule, s) => {
    const path = ['tracks', t, 'schedule', s];
    const found: StructureIssue[] = [];
    if (minutesOfDay(schedule.start) + schedule.minutes > MINUTES_OF_DAY) {
      const message = `a meeting at ${schedule.start} of ${schedule.minutes} minutes goes past midnight; begin earlier`;
      found.push(structureError('meeting-past-midnight', [...path, 'minutes'], message));
    }
    const weeks = [...trackWeeks(curriculum, track, schedule)];
    const outside = weeks.filter((week) => !open.has(week));
    if (weeks.length === 0) {
      const message = `no phase of ${track.id} has weeks, so it never meets; give weeks here or to a phase in during`;
      found.push(structureError('track-never-meets', path, message));
    } else if (open.size > 0 && outside.length === weeks.length) {
      const message = `${track.id} meets in no week of its phases (${track.during.join(', ')}); change weeks or during`;
      found.push(structureError('track-never-meets', [...path, 'weeks'], message));
    } else if (open.size > 0 && outside.length > 0) {
      const message = `week ${outside.slice(0, 5).join(', ')} lies outside the weeks of the phases of ${track.id}; change weeks or during`;
      found.push(structureWarning('weeks-outside-phases', [...path, 'weeks'], message));
    }
    return found;
  });
  return issues.some(({ code }) => code === 'track-never-meets')
    ? issues
    : [...issues, ...checkFit(curriculum, track, t)];
}

/** Whether the published weeks have a meeting for every session. */
function checkFit(curriculum: Curriculum, track: Track, t: number): StructureIssue[] {
  if (track.schedule.length === 0) return [];
  const sessions = track.sessions.length;
  const required =
    track.requires === 'none' ? 0 : typeof track.requires === 'number' ? track.requires : sessions;
  let meetings = 0;
  for (const _ of trackMeetings(curriculum, track, '2026-01-05')) {
    meetings += 1;
    if (meetings >= sessions) return [];
  }
  const message = `${track.id} has ${sessions} sessions but ${meetings} meetings in its weeks; add weeks or weekdays`;
  const path = ['tracks', t, 'schedule'];
  if (meetings < required) return [{ ...structureError('sessions-do-not-fit', path, message), at: 'key' }];
  return track.order === 'fixed'
    ? [{ ...structureWarning('sessions-do-not-fit', path, message), at: 'key' }]
    : [];
}

function checkHost(curriculum: Curriculum, track: Track, t: number): StructureIssue[] {
  const host = curriculum.tracks.find(({ id }) => id === track.heldAt);
  if (host === undefined) return [];
  const reason =
    host.id === track.id
      ? 'a track cannot be held at itself'
      : host.schedule.length === 0
        ? `${host.id} has no meetings of its own`
        : host.during.every((phase) => !track.during.includes(phase))
          ? `${host.id} is never open in a phase of ${track.id}`
          : undefined;
  if (reason === undefined) return [];
  return [
    structureError(
      'held-at-impossible',
      ['tracks', t, 'heldAt'],
      `${reason}; name a track that meets in the same phases`,
    ),
  ];
}
