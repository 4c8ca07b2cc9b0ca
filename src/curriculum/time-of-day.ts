import { z } from 'zod';

/** A clinic-local time of day, `HH:MM` in 24 hours. */
export const TimeOfDay = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'write a time as HH:MM in quotes, for example "18:00"');
export type TimeOfDay = z.infer<typeof TimeOfDay>;

/** Minutes after midnight. `minutesOfDay('18:30') //=> 1110` */
export function minutesOfDay(time: TimeOfDay): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}
