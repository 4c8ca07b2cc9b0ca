import { z } from 'zod';
import { CalendarDate } from './calendar-date.ts';

/** Days on which the clinic is closed: no meeting is expected on them. A site names its own. */
export const Closure = z
  .strictObject({
    from: CalendarDate,
    to: CalendarDate.optional().describe('the last day; the same as `from` unless given'),
    title: z.string().min(1).max(200).describe('for example a holiday'),
  })
  .refine(
    (closure) => closure.to === undefined || closure.to >= closure.from,
    'a closure ends on or after its first day',
  );
export type Closure = z.infer<typeof Closure>;
