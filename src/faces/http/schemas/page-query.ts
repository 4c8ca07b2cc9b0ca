import { z } from 'zod';

/** How much of a list is asked for: `limit` rows behind `after`, which the answer before gave as `next`. */
export const PAGE_QUERY = {
  after: z.string().min(1).max(300).optional().describe('what the page before gave as `next`'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};
