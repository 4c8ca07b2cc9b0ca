import type { CachedRows } from '../../engine/event-store.ts';
import type { Tables } from './tables.ts';

/** What is kept beside the events of an episode; to be read inside one transaction. */
export function cachedRows(tables: Tables, episode: string): CachedRows {
  return {
    snapshot: tables.snapshots.read(episode),
    due: tables.due.list({ episode, work: 'all' }),
    caseload: tables.caseload.list({ episode })[0] ?? null,
    worklist: tables.worklists.ofEpisode(episode),
    course: tables.courses.read(episode),
  };
}
