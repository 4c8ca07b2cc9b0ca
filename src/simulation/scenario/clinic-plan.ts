import { z } from 'zod';
import { DischargeReason } from '../../curriculum/discharge-reason.ts';
import { Identifier } from '../../curriculum/identifier.ts';
import { Distribution } from './distribution.ts';

const source = z.string().min(1).describe('where the numbers are from, or the word assumed');

/** A level of care with its places. The first one is that of the scenario's program, whose simulated stays it takes. */
const Station = z.strictObject({
  id: Identifier,
  places: z.int().min(1).max(100_000).describe('beds, or seats of its groups'),
  stay: Distribution.optional().describe('days there; of the first station those of the simulated patients'),
  after: z
    .array(z.enum([...DischargeReason.options, 'graduated']))
    .min(1)
    .optional()
    .describe(
      'ends of the first station after which patients go on to this one; completed and graduated unless given',
    ),
  share: z
    .number()
    .min(0)
    .max(1)
    .optional()
    .describe('share of those who go on that needs it; 1 unless given'),
  source,
});

/**
 * A clinic with limited places in a scenario: how many ask for a place, how long they wait for it, and where they go on to. Time is
 * continuous, and who comes first is served first.
 */
export const ClinicPlan = z
  .strictObject({
    arrivalsPerDay: z.number().positive().max(100_000),
    stations: z.array(Station).min(1).max(12),
    patienceDays: z
      .number()
      .min(0)
      .optional()
      .describe('how long one waits for admission before going elsewhere; for ever unless given'),
    waitsInPlace: z
      .boolean()
      .describe('whether one who cannot go on for want of a place keeps the one he has'),
    warmStart: z.boolean().describe('whether the clinic begins with patients at every stage, and not empty'),
    warmUpDays: z
      .number()
      .min(0)
      .max(36_500)
      .optional()
      .describe('days before anything is measured; 0 unless given'),
    days: z.number().min(1).max(36_500).describe('days that are measured'),
    source,
  })
  .refine(({ stations }) => stations.slice(1).every(({ stay }) => stay !== undefined), {
    path: ['stations'],
    error: 'every station but the first needs a stay: write a distribution',
  });
export type ClinicPlan = z.infer<typeof ClinicPlan>;
