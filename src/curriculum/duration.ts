import { z } from 'zod';

/**
 * Which days a clock counts: `wall` counts every day, `program` stops while a patient is on leave,
 * `attended` counts only days on which the patient attended something.
 */
export const Clock = z.enum(['wall', 'program', 'attended']);
export type Clock = z.infer<typeof Clock>;

/** A length of time in days or weeks on one of the three clocks (`program` unless told otherwise). */
export const Duration = z
  .strictObject({
    days: z.int().min(0).max(3650).optional(),
    weeks: z.int().min(0).max(520).optional(),
    clock: Clock.optional().describe(
      'wall, program (stops on leave) or attended days; program unless told otherwise',
    ),
  })
  .refine((d) => (d.days === undefined) !== (d.weeks === undefined), 'give either days or weeks');
export type Duration = z.infer<typeof Duration>;

/** The number of days in a duration; a week has seven. */
export function durationDays(duration: Duration): number {
  return duration.days ?? (duration.weeks ?? 0) * 7;
}
