import { z } from 'zod';
import { Identifier } from './identifier.ts';
import { provenance } from './provenance.ts';
import { Weekday } from './weekday.ts';
import { Weeks } from './weeks.ts';

/** How often a program tests: so many times a week, on drawn or on fixed days. */
export const DrugTestPlan = z.strictObject({
  id: Identifier,
  title: z.string().min(1),
  specimens: z.array(z.enum(['urine', 'breath', 'saliva', 'sweat', 'blood', 'hair'])).min(1),
  perWeek: z.int().min(1).max(7),
  days: z
    .union([z.literal('random'), z.array(Weekday).min(1)])
    .describe('random: drawn anew each week for each patient'),
  weeks: Weeks.optional(),
  during: z
    .array(Identifier)
    .min(1)
    .optional()
    .describe(
      'phases in which it is given whatever the week, for patients who were sent back; without weeks, the only phases in which it is given',
    ),
  ...provenance,
});
export type DrugTestPlan = z.infer<typeof DrugTestPlan>;
