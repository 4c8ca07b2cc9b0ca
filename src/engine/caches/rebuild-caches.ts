import { readIfThere } from '../read-if-there.ts';
import { StepwellError } from '../stepwell-error.ts';
import { snapshotOf, writeOf } from '../write-episode.ts';
import type { CacheParts } from './cache-parts.ts';
import { episodeIds } from './episode-ids.ts';
import { toldAnew } from './told-anew.ts';

/**
 * Writes the caches of all episodes anew from their events: snapshots, due rows, caseload rows with the last meetings, worklists, and the
 * courses that a census counts. To be run once after a release that added to them; it may be repeated, and others may write
 * meanwhile. Gives the number of episodes.
 */
export async function rebuildCaches({ store, shelf, clock, pause }: CacheParts): Promise<number> {
  const reader = toldAnew(store, shelf);
  await store.deleteSnapshots();
  let count = 0;
  for (const id of await episodeIds(store)) {
    const episode = await readIfThere(reader, id);
    await pause();
    if (episode === null) continue;
    const { write, episode: whole } = writeOf(episode, [], clock.now(), clock.today());
    try {
      await store.append([{ ...write, snapshot: snapshotOf(whole) }]);
      count += 1;
    } catch (error) {
      // Somebody else has just written it, caches and all.
      if (!(error instanceof StepwellError && error.code === 'version-conflict')) throw error;
    }
  }
  return count;
}
