import type { Curriculum } from '../../curriculum/curriculum.ts';
import { lastProgramWeek } from '../../curriculum/last-program-week.ts';
import { trackWeeks } from '../../curriculum/track-weeks.ts';
import { weekSpan } from '../../curriculum/weeks.ts';
import { listWords } from './list-words.ts';
import { scheduleWords } from './schedule-words.ts';

/** What a curriculum says of its own course, in words; null where it does not say. */
export type Course = {
  readonly duration: string | null;
  readonly structure: string;
  readonly arrangement: string;
  readonly proceeding: string;
  /** True where part of it was not checked against its source. */
  readonly provisional: boolean;
};

/** Says how long a curriculum takes, what it is made of, how its sessions are arranged and how treatment proceeds. Pure. */
export function describeCourse(curriculum: Curriculum): Course {
  const weeks = lastProgramWeek(curriculum);
  const { phases, tracks } = curriculum;
  return {
    duration: weeks === 0 ? null : `${weeks} weeks as published${phaseWeeks(curriculum)}`,
    structure: tracks
      .map(
        ({ title, sessions, format }) =>
          `${title}: ${sessions.length} ${format} ${sessions.length === 1 ? 'session' : 'sessions'}`,
      )
      .join('; '),
    arrangement: [
      tracks.map((track) => `${track.title}: ${scheduleWords(track)}`).join('; '),
      dose(curriculum, weeks),
    ]
      .filter((part) => part !== '')
      .join('. '),
    proceeding: phases.map(({ title }) => title).join(' → '),
    provisional: [...phases, ...tracks].some(({ provisional }) => provisional === true),
  };
}

function phaseWeeks({ phases }: Curriculum): string {
  const spans = phases.flatMap(({ title, weeks }) => {
    if (weeks === undefined) return [];
    const { from, to } = weekSpan(weeks);
    return [`${title} ${from === to ? `week ${from}` : `weeks ${from} to ${to}`}`];
  });
  return spans.length < 2 ? '' : `: ${listWords(spans)}`;
}

/** The fullest week: its hours, and on how many days. */
function dose(curriculum: Curriculum, weeks: number): string {
  const slots = curriculum.tracks.flatMap((track) =>
    track.schedule.map((schedule) => ({ schedule, weeks: trackWeeks(curriculum, track, schedule) })),
  );
  let most = { week: 0, minutes: 0, days: 0 };
  for (let week = 1; week <= weeks; week += 1) {
    const held = slots.filter((slot) => slot.weeks.has(week)).map(({ schedule }) => schedule);
    const minutes = held.reduce((sum, slot) => sum + slot.minutes * slot.weekdays.length, 0);
    if (minutes > most.minutes) most = { week, minutes, days: new Set(held.flatMap((s) => s.weekdays)).size };
  }
  if (most.minutes === 0) return '';
  const hours = Math.round(most.minutes / 6) / 10;
  return `Up to ${hours} hours a week, on ${most.days} ${most.days === 1 ? 'day' : 'days'} (week ${most.week})`;
}
