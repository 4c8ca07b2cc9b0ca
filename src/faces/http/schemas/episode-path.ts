import { z } from 'zod';
import { EpisodeId } from '../../../engine/command.ts';

/** The path of a route about one episode. */
export const EpisodePath = z.strictObject({ episode: EpisodeId });
