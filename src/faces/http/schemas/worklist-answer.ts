import { z } from 'zod';

/** A page of a worklist as the API tells it. */
export const WorklistAnswer = z
  .object({
    items: z.array(
      z.looseObject({
        episode: z.string(),
        list: z.string(),
        since: z.string(),
        days: z.int().describe('days since then'),
        why: z.string(),
        next: z.string().describe('what to do next'),
      }),
    ),
    next: z.string().nullable(),
  })
  .meta({ id: 'Worklist' });
