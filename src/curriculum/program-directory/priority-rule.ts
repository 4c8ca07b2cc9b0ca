import { z } from 'zod';
import { EligibilityCriterion } from '../eligibility.ts';
import { Identifier } from '../identifier.ts';
import { Source } from '../provenance.ts';

const days = z.int().min(0).max(365);

/**
 * Who comes before others on a waitlist: all of `when` must be known to hold. What is not known puts nobody first, and is
 * work for those who keep the list.
 */
export const PriorityRule = z.strictObject({
  id: Identifier,
  title: z.string().min(1).describe('whom it is about, in words, as in: pregnant people who inject drugs'),
  priority: z.int().min(1).max(99).describe('1 comes first'),
  when: z.array(EligibilityCriterion).min(1).max(20),
  admitWithinDays: days.optional().describe('the admission is due so many days after the entry'),
  admitWithInterimDays: days.optional().describe('the same where all interim services were given in time'),
  source: Source.optional(),
  provisional: z.boolean().optional().describe('true where it was not checked against its source'),
  note: z.string().optional(),
});
export type PriorityRule = z.infer<typeof PriorityRule>;
