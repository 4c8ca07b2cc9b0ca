import type { Clock } from '../clock.ts';
import type { EpisodeReader } from '../episode-reader.ts';
import type { EventStore } from '../event-store.ts';
import { StepwellError } from '../stepwell-error.ts';
import { writeOf } from '../write-episode.ts';

const PAGE = 200;

/**
 * Writes the caches of all episodes anew from their events: due rows, caseload rows with the last meetings, worklists, and the courses that a census counts. To be run once after a release that
 * added to them; it may be repeated, and others may write meanwhile. Gives the number of episodes.
 */
export async function rebuildCaches(store: EventStore, reader: EpisodeReader, clock: Clock): Promise<number> {
  let count = 0;
  for (let after: string | undefined; ; ) {
    const page = await store.caseload({ limit: PAGE, ...(after === undefined ? {} : { after }) });
    for (const { episode: id } of page) {
      const episode = await reader.read(id);
      if (episode === null) continue;
      const { write } = writeOf(episode, [], clock.now(), clock.today());
      try {
        await store.append([write]);
        count += 1;
      } catch (error) {
        // Somebody else has just written it, caches and all.
        if (!(error instanceof StepwellError && error.code === 'version-conflict')) throw error;
        reader.forget(id);
      }
    }
    after = page.at(-1)?.episode;
    if (page.length < PAGE) return count;
  }
}
