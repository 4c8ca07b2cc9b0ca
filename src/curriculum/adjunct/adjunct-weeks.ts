import type { Curriculum } from '../curriculum.ts';
import type { Track } from '../track.ts';
import { trackPhaseRanges, trackWeeks } from '../track-weeks.ts';
import { type Weeks, weekRanges } from '../weeks.ts';

/** Which weeks of an added curriculum are given, and how far they are moved in the program that it is added to. */
export type AdjunctWeeks = {
  /** The part that is given; null for all. */
  readonly part: Weeks | null;
  /** How many weeks of the program lie before its first one. */
  readonly before: number;
};

/**
 * The schedule and the number of required sessions that a track of an added curriculum has in the program. Pure. A part that
 * stops early requires what it has meetings for; one that begins late requires nothing, because the rest was done before.
 */
export function adjunctSchedule(
  added: Curriculum,
  track: Track,
  { part, before }: AdjunctWeeks,
): Pick<Track, 'schedule' | 'requires'> {
  const given = part === null ? null : new Set(weekRanges(part).flatMap(weeksOf));
  const first = given === null ? 1 : Math.min(...given);
  const all = new Set(added.phases.flatMap(({ weeks }) => (weeks ? weekRanges(weeks).flatMap(weeksOf) : [])));
  const throughout = trackPhaseRanges(added, track).flatMap(weeksOf).length === all.size;
  let kept = 0;
  let cut = 0;
  const schedule = track.schedule.flatMap((entry) => {
    const { weeks: _weeks, everyWeeks: _every, ...rest } = entry;
    if (given === null && throughout && entry.weeks === undefined) return [entry];
    const weeks = [...trackWeeks(added, track, entry)].filter((week) => given === null || given.has(week));
    kept += weeks.length * entry.weekdays.length;
    cut += (trackWeeks(added, track, entry).size - weeks.length) * entry.weekdays.length;
    return weeks.length === 0
      ? []
      : [{ ...rest, weeks: weeksText(weeks.map((week) => week - first + 1 + before)) }];
  });
  if (cut === 0 || track.requires === 'none') return { schedule, requires: track.requires };
  const required = typeof track.requires === 'number' ? track.requires : track.sessions.length;
  return { schedule, requires: first > 1 || kept === 0 ? 'none' : Math.min(kept, required) };
}

function weeksOf({ from, to }: { from: number; to: number }): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}

/** Weeks as runs, `1-4, 7`. */
function weeksText(weeks: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const week of [...weeks].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && week <= last[1] + 1) last[1] = week;
    else runs.push([week, week]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(', ');
}
