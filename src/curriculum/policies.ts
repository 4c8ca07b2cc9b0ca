import { z } from 'zod';
import { Duration } from './duration.ts';
import { Identifier } from './identifier.ts';
import { provenance } from './provenance.ts';
import { Weekday } from './weekday.ts';

const onCorrection = z.enum(['stands', 'withdrawn']);

/** The rules of a program that are not gates. Each has a default, given in its description. */
export const Policies = z.strictObject({
  attendance: z
    .strictObject({
      countsFromFraction: z
        .number()
        .min(0)
        .max(1)
        .optional()
        .describe(
          'the part of its minutes from which a meeting left early counts as attended; 0.5 unless given',
        ),
      excusedCountsAsOffered: z
        .boolean()
        .optional()
        .describe('whether an excused absence lowers the attendance rate; false unless given'),
      makeUpWithin: Duration.optional().describe(
        'how long a missed session may be made up; any time unless given',
      ),
      ...provenance,
    })
    .optional(),
  drugTests: z
    .strictObject({
      missedCountsAs: z
        .enum(['positive', 'missed'])
        .optional()
        .describe(
          'positive: a missed test starts the run of negatives again and is evidence of use; missed: it starts the run again only (unless given)',
        ),
      ...provenance,
    })
    .optional(),
  mutualHelp: z
    .strictObject({ days: z.array(Weekday).optional(), perWeek: z.int().min(1).optional(), ...provenance })
    .optional(),
  leave: z
    .strictObject({
      maximum: Duration.optional(),
      sessionsDuringLeave: z.enum(['not-owed', 'owed']).optional().describe('not-owed unless given'),
      ...provenance,
    })
    .optional(),
  readmission: z
    .strictObject({
      sameEpisodeWithin: Duration.describe(
        'so long after a discharge a patient comes back in the same episode, where he was; later, and where this is not given, it is a new one',
      ),
      ...provenance,
    })
    .optional(),
  corrections: z
    .strictObject({
      advance: onCorrection
        .optional()
        .describe(
          'an advance whose gate no longer holds stands and is flagged (unless given), or is withdrawn',
        ),
      discharge: onCorrection
        .optional()
        .describe(
          'a discharge whose ground no longer holds stands and is flagged (unless given), or is withdrawn',
        ),
      ...provenance,
    })
    .optional(),
  roles: z
    .strictObject({
      advance: z
        .array(Identifier)
        .optional()
        .describe('who may advance a patient; counselor and supervisor unless given'),
      override: z
        .array(Identifier)
        .optional()
        .describe('who may override a gate; supervisor and director unless given'),
      ...provenance,
    })
    .optional(),
});
export type Policies = z.infer<typeof Policies>;
