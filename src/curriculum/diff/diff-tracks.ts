import type { Track } from '../track.ts';
import { diffFields } from './diff-fields.ts';
import { diffNamed } from './diff-named.ts';
import { diffSchedule } from './diff-schedule.ts';
import { diffSessions } from './diff-sessions.ts';
import type { Difference } from './difference.ts';

/** Compares the tracks of two curricula: which there are, when they meet, what their sessions are, and the rest. */
export function diffTracks(before: readonly Track[], after: readonly Track[]): Difference[] {
  return diffNamed(
    'track',
    { added: 'track-added', removed: 'track-removed' },
    'tracks',
    [before, after],
    (place, was, is) => [
      ...diffFields(place, was, is, {
        except: ['schedule', 'sessions', 'capacity'],
        defaults: { weeksCountFrom: 'admission', requires: 'all' },
        sets: ['during'],
      }),
      ...diffFields(
        { path: `${place.path}.capacity`, subject: `capacity of ${was.id}` },
        was.capacity ?? {},
        is.capacity ?? {},
      ),
      ...diffSchedule(place, was.schedule, is.schedule),
      ...diffSessions({ ...place, id: was.id }, was.sessions, is.sessions),
    ],
  );
}
