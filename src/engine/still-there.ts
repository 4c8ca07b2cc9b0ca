import type { Episode } from './episode.ts';
import type { EpisodeWrite } from './event-store.ts';
import { StepwellError } from './stepwell-error.ts';

/**
 * A write that adds nothing to an episode and demands that it has still the version that it has now: what is written beside it is never
 * said of an episode that somebody else erases in the same moment. Throws `not-found` where there is no such episode, or it was erased.
 */
export async function stillThere(
  { readEpisode }: { readonly readEpisode: (id: string) => Promise<Episode | null> },
  id: string,
): Promise<EpisodeWrite> {
  const episode = await readEpisode(id);
  if (episode === null) throw new StepwellError('not-found', `there is no episode ${id}`, { episode: id });
  return {
    ...{
      episode: id,
      expectedVersion: episode.records.length,
      recordedAt: episode.records.at(-1)?.recordedAt ?? '',
    },
    ...{ events: [], snapshot: null, due: null, caseload: null },
  };
}
