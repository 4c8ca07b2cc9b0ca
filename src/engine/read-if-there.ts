import type { Episode } from './episode.ts';
import type { EpisodeReader } from './episode-reader.ts';
import { StepwellError } from './stepwell-error.ts';

/** An episode, or null where there is none or it was erased. */
export async function readIfThere(reader: EpisodeReader, id: string): Promise<Episode | null> {
  try {
    return await reader.read(id);
  } catch (error) {
    if (error instanceof StepwellError && error.code === 'not-found') return null;
    throw error;
  }
}
