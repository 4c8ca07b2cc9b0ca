import { z } from 'zod';

/** A problem as RFC 9457 describes it. `code` is stable; a refusal says `refused: true` and, where a gate decided, explains it. */
export const Problem = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string(),
    errors: z
      .array(z.object({ in: z.string(), pointer: z.string(), message: z.string() }))
      .optional()
      .describe('what is wrong with the request, each with a JSON pointer'),
    refused: z.boolean().optional(),
    gate: z.looseObject({}).optional().describe('the explanation of the gate'),
    fact: z.int().optional(),
    rows: z
      .array(z.looseObject({ episode: z.string(), accepted: z.boolean() }))
      .optional()
      .describe('every row of a roster that was refused'),
    command: z.int().optional().describe('which command of a batch, from 0'),
    version: z.int().optional().describe('the present version, where another was expected'),
  })
  .meta({ id: 'Problem' });
