import { z } from 'zod';
import { CalendarDate } from '../../../curriculum/calendar-date.ts';

/** About which day, and with the knowledge of which moment. */
export const MomentQuery = z.strictObject({
  asOf: CalendarDate.optional().describe('the day it is about; today unless given'),
  knownAt: z.string().max(40).optional().describe('only what was recorded up to this instant counts'),
});
