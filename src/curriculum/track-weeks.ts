import type { Curriculum } from './curriculum.ts';
import type { Schedule } from './schedule.ts';
import type { Track } from './track.ts';
import { type WeekRange, weekRanges } from './weeks.ts';

/**
 * The program weeks, counted from admission, in which an entry of a track's schedule meets. Pure.
 *
 * The entry's own weeks, moved to the first published week of the track's first phase where they count from the phase;
 * without weeks of its own, the published weeks of the track's phases. `everyWeeks` counts from the start of each run.
 */
export function trackWeeks(curriculum: Curriculum, track: Track, schedule: Schedule): Set<number> {
  const phases = trackPhaseRanges(curriculum, track);
  const offset = track.weeksCountFrom === 'phase' ? (phases[0]?.from ?? 1) - 1 : 0;
  const runs =
    schedule.weeks === undefined
      ? joined(phases)
      : weekRanges(schedule.weeks).map(({ from, to }) => ({ from: from + offset, to: to + offset }));
  const weeks = new Set<number>();
  for (const run of runs) {
    for (let week = run.from; week <= run.to; week += schedule.everyWeeks ?? 1) weeks.add(week);
  }
  return weeks;
}

/** The published weeks of the phases in which a track is open, in the order in which the track names the phases. Pure. */
export function trackPhaseRanges(curriculum: Curriculum, track: Track): WeekRange[] {
  return track.during.flatMap((id) => {
    const weeks = curriculum.phases.find((phase) => phase.id === id)?.weeks;
    return weeks === undefined ? [] : weekRanges(weeks);
  });
}

/** Runs that touch or overlap become one, so that every other week goes on from one phase to the next. */
function joined(ranges: readonly WeekRange[]): WeekRange[] {
  const runs: WeekRange[] = [];
  for (const range of [...ranges].sort((a, b) => a.from - b.from)) {
    const last = runs.at(-1);
    if (last !== undefined && range.from <= last.to + 1) {
      runs[runs.length - 1] = { from: last.from, to: Math.max(last.to, range.to) };
    } else runs.push(range);
  }
  return runs;
}
