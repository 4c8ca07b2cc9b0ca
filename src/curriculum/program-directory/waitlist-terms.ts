import { z } from 'zod';

/** The terms under which people wait for a program, as fields of a shape. */
export const WAITLIST_TERMS = {
  contactEveryDays: z
    .int()
    .min(1)
    .max(365)
    .optional()
    .describe('a waiting patient is contacted again so many days after he was last reached'),
  afterOffer: z
    .enum(['keeps-place', 'end-of-list'])
    .optional()
    .describe('where a patient stands after an offer that he declined or let pass; keeps-place unless given'),
} as const satisfies z.ZodRawShape;
