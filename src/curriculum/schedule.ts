import { z } from 'zod';
import { provenance } from './provenance.ts';
import { TimeOfDay } from './time-of-day.ts';
import { Weekday } from './weekday.ts';
import { Weeks } from './weeks.ts';

/** Meetings that recur: on these weekdays, in these weeks, at this time, for so many minutes. */
export const Schedule = z.strictObject({
  weekdays: z.array(Weekday).min(1),
  weeks: Weeks.optional().describe('all weeks in which the track is open, unless given'),
  everyWeeks: z
    .int()
    .min(1)
    .max(52)
    .optional()
    .describe('2 means every other week of the run; 1 unless given'),
  start: TimeOfDay,
  minutes: z.int().min(1).max(720),
  ...provenance,
});
export type Schedule = z.infer<typeof Schedule>;
