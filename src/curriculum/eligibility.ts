import { z } from 'zod';
import { CalendarSpan } from './calendar-span.ts';
import { Identifier } from './identifier.ts';
import { Condition } from './intake/condition.ts';
import { Language } from './intake/language.ts';
import { ReferralSource } from './intake/referral-source.ts';
import { LevelOfCare } from './level-of-care.ts';
import { provenance } from './provenance.ts';

const bounds = { atLeast: z.number().optional(), atMost: z.number().optional() };
const bounded = (value: { atLeast?: number | undefined; atMost?: number | undefined }) =>
  value.atLeast !== undefined || value.atMost !== undefined;
const BOUND = 'give atLeast or atMost, or both';
const within = CalendarSpan.optional().describe(
  'a score that is older says nothing any more, and is unknown; the latest one counts unless given',
);
const id = { id: Identifier.optional().describe('a name for it, where reports should have one') };

/** One thing that is asked of a patient before the admission, answered by the intake and by assessments. */
export const EligibilityCriterion = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('age'), ...id, ...bounds, ...provenance }).refine(bounded, BOUND),
  z
    .strictObject({
      type: z.literal('score'),
      ...id,
      instrument: Identifier,
      ...bounds,
      within,
      ...provenance,
    })
    .refine(bounded, BOUND)
    .describe('the latest score of an instrument, of an assessment or a screening of the intake'),
  z
    .strictObject({
      type: z.literal('rating'),
      ...id,
      edition: z.literal('asam-3').describe('the edition whose ratings are numbers'),
      dimension: z.int().min(1).max(6),
      ...bounds,
      ...provenance,
    })
    .refine(bounded, BOUND),
  z.strictObject({ type: z.literal('condition'), ...id, oneOf: z.array(Condition).min(1), ...provenance }),
  z.strictObject({
    type: z.literal('needed-level'),
    ...id,
    oneOf: z.array(LevelOfCare).min(1),
    ...provenance,
  }),
  z
    .strictObject({
      type: z.literal('finding'),
      ...id,
      finding: Identifier.describe('the name under which an intake answers it'),
      title: z.string().min(1).describe('what is asked, in words, as in: an implant of metal in the head'),
      ...provenance,
    })
    .describe('something that an intake finds or rules out, such as a contraindication'),
  z
    .strictObject({
      type: z.literal('referral'),
      ...id,
      oneOf: z.array(ReferralSource).min(1),
      ...provenance,
    })
    .describe('who referred, by the groups that TEDS counts'),
  z.strictObject({ type: z.literal('language'), ...id, oneOf: z.array(Language).min(1), ...provenance }),
]);
export type EligibilityCriterion = z.infer<typeof EligibilityCriterion>;

/**
 * Whom a program admits: all of `include` must hold, and none of `exclude` may. Three-valued: what nobody asked is unknown, and
 * `unknown` says what becomes of an admission then.
 */
export const Eligibility = z.strictObject({
  include: z.array(EligibilityCriterion).min(1).max(50).optional(),
  exclude: z.array(EligibilityCriterion).min(1).max(50).optional(),
  unknown: z
    .enum(['admit', 'ask', 'refuse'])
    .optional()
    .describe(
      'admit (unless given): the admission goes on; ask: it goes on, and finding out is work; refuse: first it has to be known',
    ),
  overrideRoles: z
    .array(Identifier)
    .min(1)
    .optional()
    .describe('who may admit all the same, with a reason; who may override a gate unless given'),
  ...provenance,
});
export type Eligibility = z.infer<typeof Eligibility>;
