import { z } from 'zod';

/** What a review of a continued stay comes to. */
export const ReviewOutcome = z.enum(['continue', 'transfer', 'discharge']);
export type ReviewOutcome = z.infer<typeof ReviewOutcome>;
