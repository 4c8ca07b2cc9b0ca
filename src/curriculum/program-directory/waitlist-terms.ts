import { z } from 'zod';
import { InterimService } from './interim-service.ts';
import { PriorityRule } from './priority-rule.ts';

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
  offerDays: z
    .int()
    .min(0)
    .max(365)
    .optional()
    .describe('an offer can be accepted for so many days after its own, unless it says until when'),
  priorities: z
    .array(PriorityRule)
    .min(1)
    .max(20)
    .optional()
    .describe('who comes before others; by what is known on the day that is asked about'),
  interim: z.array(InterimService).min(1).max(20).optional().describe('what is given to those who wait'),
} as const satisfies z.ZodRawShape;
