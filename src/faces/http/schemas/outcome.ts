import { z } from 'zod';

const CHANGE = z.object({
  on: z.string(),
  kind: z.string(),
  id: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  text: z.string(),
});

/** The answer to a command that was accepted. */
export const AcceptedOutcome = z
  .object({
    accepted: z.literal(true),
    episode: z.string(),
    version: z.int().describe('of the episode after it'),
    events: z.array(
      z.object({ version: z.int(), event: z.looseObject({ type: z.string(), on: z.string() }) }),
    ),
    changes: z.array(CHANGE),
    closed: z
      .array(z.looseObject({ item: z.string(), title: z.string() }))
      .optional()
      .describe('work that the end of the episode closed'),
    repeated: z.boolean().describe('true where the key was used before and nothing was written'),
  })
  .meta({ id: 'Outcome' });
