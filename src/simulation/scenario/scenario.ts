import { z } from 'zod';
import { Identifier } from '../../curriculum/identifier.ts';
import { Behaviour } from '../behaviour.ts';
import { ClinicPlan } from './clinic-plan.ts';
import { Distribution } from './distribution.ts';

const source = z.string().min(1).describe('where the numbers are from, or the word assumed');

/** An amount with its source. */
const Sourced = z.strictObject({ value: z.number().min(0), source });

/** What things cost, in units of the currency; what is left out costs nothing. */
const Costs = z.strictObject({
  currency: z.string().regex(/^[A-Z]{3}$/, 'write the code of a currency, as USD'),
  admission: Sourced.optional(),
  dayAtStage: z
    .record(Identifier, Sourced)
    .optional()
    .describe('by level of care: the id of the curriculum or stage'),
  sessionAttended: Sourced.optional(),
  sessionMissed: Sourced.optional(),
  hourAttended: Sourced.optional(),
  drugTest: Sourced.optional(),
  incentives: z
    .strictObject({ value: z.number().min(0).max(1), source })
    .optional()
    .describe('the part of earned incentives that is a cost of the program'),
});

/** A number of the scenario or its curriculum that is varied or fitted. */
const Parameter = z.strictObject({
  at: z
    .array(z.string().min(1))
    .min(1)
    .describe('where it stands: behaviour.attendance.probability, curriculum.policies.…, gate.attendance'),
  low: z.number(),
  high: z.number(),
  fit: z
    .strictObject({ low: z.number(), high: z.number() })
    .optional()
    .describe('how far a fit may go, where that is more than how uncertain it is'),
  distribution: Distribution.optional().describe(
    'how uncertain it is; even between low and high unless given',
  ),
  source,
});

/**
 * A question to a simulated cohort: which program, which patients and how they behave, what things cost, how long and how often.
 * Every part names the source of its numbers, or the word `assumed`.
 */
export const Scenario = z.strictObject({
  id: Identifier,
  title: z.string().min(1),
  note: z.string().optional(),
  curriculum: z
    .string()
    .min(1)
    .describe('an id, or the path of a file beside this one; or the id of a pathway'),
  cohort: z.strictObject({
    patients: z.int().min(1).max(1_000_000_000),
    baseline: z
      .string()
      .min(1)
      .optional()
      .describe(
        'a CSV beside this file with one row for each real patient and a column for each trait: simulated patients are drawn from its rows, with what goes together',
      ),
    source,
  }),
  behaviour: Behaviour,
  costs: Costs.optional(),
  clinic: ClinicPlan.optional().describe('limited places and a waiting list'),
  horizon: z.strictObject({ days: z.int().min(1).max(3650), source }),
  replications: z.int().min(1).max(100_000).optional(),
  seed: z.int().min(0).max(4_294_967_295).optional(),
  parameters: z.record(z.string().regex(/^[a-z][A-Za-z0-9.-]*$/), Parameter).optional(),
});
export type Scenario = z.infer<typeof Scenario>;
/** A number that is varied or fitted, with its range and source. */
export type ScenarioParameter = z.infer<typeof Parameter>;
