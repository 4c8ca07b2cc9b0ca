import type { Curriculum } from '../../curriculum/curriculum.ts';
import { spanOf, type WeekSpan } from '../../curriculum/intake/weekly-hours.ts';
import { minutesOfDay } from '../../curriculum/time-of-day.ts';
import type { Track } from '../../curriculum/track.ts';
import { WEEKDAYS } from '../../curriculum/weekday.ts';

/** The stretches of a week in which a track meets, in whatever weeks of the program. */
export type WeeklyMeetings = { readonly track: Track; readonly spans: readonly WeekSpan[] };

/** When the tracks of a curriculum meet in a week; tracks that are held on demand are left out. Pure. */
export function weeklyMeetings(curriculum: Curriculum): WeeklyMeetings[] {
  return curriculum.tracks
    .filter(({ schedule }) => schedule.length > 0)
    .map((track) => ({
      track,
      spans: track.schedule.flatMap(({ weekdays, start, minutes }) =>
        weekdays.flatMap((weekday) =>
          spanOf(WEEKDAYS.indexOf(weekday) * 24 * 60 + minutesOfDay(start), minutes),
        ),
      ),
    }));
}
