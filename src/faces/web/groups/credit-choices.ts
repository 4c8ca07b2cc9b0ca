import type { Curriculum } from '../../../curriculum/curriculum.ts';
import type { Track } from '../../../curriculum/track.ts';
import type { Group } from '../../../engine/groups/group.ts';
import type { Clinic } from '../../http/clinic.ts';
import type { CreditChoice } from './definition-form.ts';

/** The tracks of a curriculum that are held in groups. Pure. */
export function groupTracks({ tracks }: Pick<Curriculum, 'tracks'>): Track[] {
  return tracks.filter(({ format }) => format === 'group' || format === 'family');
}

/** Where the meetings of a group can count: the tracks of some curricula that are held in groups, and where they count already. */
export async function creditChoices(
  { library }: Pick<Clinic, 'library'>,
  curricula: Iterable<string>,
  before: Group | null,
): Promise<CreditChoice[]> {
  const ids = new Set([...(before?.credits ?? []).map(({ curriculum }) => curriculum), ...curricula]);
  const found = await Promise.all([...ids].map((id) => library.find(id)));
  const offered = found.flatMap((curriculum) =>
    curriculum === null
      ? []
      : groupTracks(curriculum).map(
          ({ id, title }): CreditChoice => [`${curriculum.id} ${id}`, `${title} of ${curriculum.title}`],
        ),
  );
  const known = new Set(offered.map(([key]) => key));
  const kept = (before?.credits ?? []).map(({ curriculum, track }) => `${curriculum} ${track}`);
  return [...kept.filter((key) => !known.has(key)).map((key): CreditChoice => [key, key]), ...offered];
}

/** A group as a track of a curriculum describes it: its title, days, time, topics and places. Pure. */
export function groupFromTrack(curriculum: string, track: Track): Partial<Group> {
  const [schedule] = track.schedule;
  const days = schedule?.weekdays.map((day) => day.slice(0, 2).toUpperCase()).join(',');
  const every = schedule?.everyWeeks === 2 ? 'INTERVAL=2;' : '';
  return {
    title: track.title,
    topics: track.sessions.map(({ title }) => title),
    credits: [{ curriculum, track: track.id }],
    ...(schedule === undefined
      ? {}
      : {
          times: [
            { rule: `FREQ=WEEKLY;${every}BYDAY=${days}`, start: schedule.start, minutes: schedule.minutes },
          ],
        }),
    ...(track.capacity?.maximum === undefined ? {} : { capacity: track.capacity.maximum }),
    ...(track.capacity?.minimum === undefined ? {} : { minimum: track.capacity.minimum }),
  };
}
