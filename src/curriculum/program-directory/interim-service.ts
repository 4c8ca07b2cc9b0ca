import { z } from 'zod';
import { Identifier } from '../identifier.ts';
import { Source } from '../provenance.ts';

/** What is given to those who wait, and by when. */
export const InterimService = z.strictObject({
  service: Identifier.describe('the name under which it is recorded when it was given'),
  title: z.string().min(1),
  withinDays: z.int().min(0).max(365).describe('it is due so many days after the entry'),
  for: z
    .array(Identifier)
    .min(1)
    .optional()
    .describe('the priority rules to whose patients it is given; everybody who waits unless given'),
  source: Source.optional(),
  provisional: z.boolean().optional().describe('true where it was not checked against its source'),
  note: z.string().optional(),
});
export type InterimService = z.infer<typeof InterimService>;
