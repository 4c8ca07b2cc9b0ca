import { z } from 'zod';
import { Identifier } from '../identifier.ts';
import { Weeks } from '../weeks.ts';

/**
 * A therapy that a site adds to the program that it extends: the curriculum of that therapy, and when it is given. Its id alone
 * means all of it, in all phases that have published weeks.
 */
export const Adjunct = z.union([
  z.string().min(1),
  z.strictObject({
    curriculum: z.string().min(1).describe('the id of the curriculum that is added, or the path of its file'),
    during: z
      .array(Identifier)
      .min(1)
      .optional()
      .describe('the phases of the program in which it is given; all that have weeks unless given'),
    weeks: Weeks.optional().describe(
      'the part of its own weeks that is given here, as in 1-4, where the rest follows at another level of care; all unless given',
    ),
  }),
]);
export type Adjunct = z.infer<typeof Adjunct>;
