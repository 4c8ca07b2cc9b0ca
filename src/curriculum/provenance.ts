import { z } from 'zod';
import { Identifier } from './identifier.ts';

/** How sure a source is: read at the origin, read second-hand, recalled without checking, or computed from checked numbers. */
export const Certainty = z.enum(['verified', 'secondary', 'recalled', 'derived']);
export type Certainty = z.infer<typeof Certainty>;

/** A published document that a clinical number or title rests on. */
export const Source = z.strictObject({
  title: z.string().min(1),
  publisher: z.string().optional(),
  year: z.int().min(1800).max(2199).optional(),
  identifier: z.string().optional().describe('publication number, DOI or the like'),
  url: z.url().optional(),
  certainty: Certainty.describe('verified at the origin, secondary, recalled, or derived by arithmetic'),
  note: z.string().optional(),
});
export type Source = z.infer<typeof Source>;

/** What every clinical statement may carry: the ids of its sources, and whether it is still to be checked. */
export const provenance = {
  source: z
    .union([Identifier, z.array(Identifier).min(1)])
    .optional()
    .describe('ids from `sources`'),
  provisional: z.boolean().optional().describe('true where the statement was not checked against its source'),
  note: z.string().optional(),
};
