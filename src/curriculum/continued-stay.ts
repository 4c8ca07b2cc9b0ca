import { z } from 'zod';
import { Criterion } from './criterion.ts';
import { provenance } from './provenance.ts';

/** What a review of a continued stay looks at: criteria for each of its outcomes, and how often it is held. */
export const ContinuedStay = z.strictObject({
  everyDays: z
    .int()
    .min(1)
    .max(366)
    .optional()
    .describe('days from one review to the next, and from admission to the first'),
  continue: Criterion.optional().describe('what speaks for going on at this level of care'),
  transfer: Criterion.optional().describe('what speaks for another level of care'),
  discharge: Criterion.optional().describe('what speaks for discharge'),
  ...provenance,
});
export type ContinuedStay = z.infer<typeof ContinuedStay>;
