import { z } from 'zod';
import { Identifier } from '../curriculum/identifier.ts';

/** A difference in log-odds; beyond twelve nothing changes any more. */
const LogOdds = z.number().min(-12).max(12);
const byId = z.record(Identifier, LogOdds);

/**
 * What a term of a model may look at, beside traits, tracks and phases: full weeks since admission, the weekday (0 for Monday),
 * absences in a row, whether the patient uses at present (0 or 1), weeks in a row without use, and any counter or
 * monitor of the plan by its name (`counter/negative-run`, `monitor/attendance`: the index of its state); of a meeting the hour at
 * which it begins; and what the next success would earn of an incentive (`reward/vouchers`), in whole units of money, draws or pieces,
 * without bonus and cap.
 */
export const Feature = z.union([
  z.enum(['week', 'weekday', 'hour', 'absences', 'using', 'clean-weeks']),
  z.templateLiteral(['reward/', z.string().min(1)]),
  z.templateLiteral(['counter/', z.string().min(1)]),
  z.templateLiteral(['monitor/', z.string().min(1)]),
]);
export type Feature = z.infer<typeof Feature>;

/**
 * A smooth course of log-odds over a feature: `each` for every unit of it (over weeks a hazard of Gompertz), `logarithm` times the
 * natural logarithm of one more than it (a hazard of Weibull), both up to a value from which on nothing changes.
 */
const Trend = z
  .strictObject({
    each: LogOdds.optional(),
    logarithm: LogOdds.optional(),
    upTo: z.int().min(1).max(400),
  })
  .refine(({ each, logarithm }) => each !== undefined || logarithm !== undefined, 'write each, or logarithm');

/**
 * A logistic model of one thing that a patient may do: the probability at the reference, and what adds to its log-odds. An entry
 * of `terms` lists the log-odds for the values 0, 1, 2 … of a feature; the last one holds for all greater values.
 */
export const BehaviourModel = z.strictObject({
  probability: z.number().min(0).max(1),
  source: z.string().min(1).describe('where the numbers are from, or the word assumed'),
  traits: z.record(Identifier, byId).optional().describe('log-odds by trait and level'),
  tracks: byId.optional(),
  phases: byId.optional(),
  terms: z.partialRecord(Feature, z.array(LogOdds).min(1).max(400)).optional(),
  trends: z
    .partialRecord(Feature, Trend)
    .optional()
    .describe('log-odds that go on with a feature; added to its terms'),
});
export type BehaviourModel = z.infer<typeof BehaviourModel>;
