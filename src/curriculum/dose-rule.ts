import { z } from 'zod';
import { Identifier } from './identifier.ts';
import { provenance } from './provenance.ts';

/** How much of a program a patient is to have in a calendar week, Monday to Sunday. */
export const DoseRule = z
  .strictObject({
    minutesPerWeek: z
      .int()
      .min(1)
      .max(10_080)
      .optional()
      .describe('minutes attended in a week: 540 are nine hours'),
    daysPerWeek: z.int().min(1).max(7).optional().describe('days of a week on which something was attended'),
    during: z
      .array(Identifier)
      .min(1)
      .optional()
      .describe('the phases in which it holds; all unless given. The first rule that names the phase holds'),
    levelMinutesPerWeek: z
      .int()
      .min(1)
      .max(10_080)
      .optional()
      .describe(
        'what the level of care asks for where the program publishes less: shown beside the rule, not required',
      ),
    ...provenance,
  })
  .refine(
    (rule) => rule.minutesPerWeek !== undefined || rule.daysPerWeek !== undefined,
    'say minutesPerWeek, daysPerWeek, or both',
  );
export type DoseRule = z.infer<typeof DoseRule>;
