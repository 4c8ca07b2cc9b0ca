import { z } from 'zod';
import { Identifier } from './identifier.ts';
import { provenance } from './provenance.ts';
import { Weeks } from './weeks.ts';

/** What a reward costs or brings: `money` in cents, `draws` from a bowl of prizes, `pieces` such as lottery tickets. */
export const IncentivePay = z.enum(['money', 'draws', 'pieces']);
export type IncentivePay = z.infer<typeof IncentivePay>;

/** What starts the rewards again at the first amount. */
export const IncentiveReset = z.enum(['positive-test', 'missed-test', 'reported-use', 'absence']);
export type IncentiveReset = z.infer<typeof IncentiveReset>;

/** What is rewarded: a negative test, of some substances only where they are named, or a meeting attended. */
export const IncentiveGround = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('negative-test'),
    substances: z
      .array(Identifier)
      .min(1)
      .optional()
      .describe(
        'the substances that count; a test that is positive for others only is rewarded. A positive test that does not say for what decides nothing.',
      ),
  }),
  z.strictObject({ type: z.literal('attendance'), tracks: z.array(Identifier).min(1) }),
]);
export type IncentiveGround = z.infer<typeof IncentiveGround>;

/** What a reward amounts to in some weeks of the program. Amounts are whole: cents, draws or pieces. */
export const IncentiveTier = z.strictObject({
  weeks: Weeks.optional().describe('program weeks; all unless given'),
  first: z.int().min(0).max(10_000_000).describe('the first reward, and the first one after a reset'),
  rise: z.int().min(0).max(10_000_000).optional().describe('what is added at each step; 0 unless given'),
  riseEvery: z
    .int()
    .min(1)
    .max(100)
    .optional()
    .describe('rewards in a row that make one step; 1 unless given'),
  maximum: z.int().min(0).max(10_000_000).optional().describe('a reward rises to this and no further'),
  perWeek: z
    .int()
    .min(1)
    .max(7)
    .optional()
    .describe('rewards in one program week at most; there is never more than one a day'),
  ...provenance,
});
export type IncentiveTier = z.infer<typeof IncentiveTier>;

/** Rewards for what a patient does, which rise with each success in a row (contingency management). */
export const Incentive = z.strictObject({
  id: Identifier,
  title: z.string().min(1),
  pays: IncentivePay,
  for: IncentiveGround,
  tiers: z.array(IncentiveTier).min(1).max(20),
  bonus: z
    .strictObject({ every: z.int().min(2).max(100), amount: z.int().min(1).max(10_000_000), ...provenance })
    .optional()
    .describe('an extra amount with each so-manieth reward in a row'),
  reset: z
    .array(IncentiveReset)
    .optional()
    .describe(
      'positive and missed tests for tests, absences without excuse for attendance, unless given; what is earned stays earned',
    ),
  restore: z
    .strictObject({ after: z.int().min(1).max(100), ...provenance })
    .optional()
    .describe('after so many rewards in a row since the reset, the next one is what it was before it'),
  cap: z
    .strictObject({
      amount: z.int().min(1).max(10_000_000),
      per: z.enum(['episode', 'calendar-year']).optional().describe('episode unless given'),
      ...provenance,
    })
    .optional()
    .describe('no more than this is earned'),
  prizes: z
    .array(
      z.strictObject({
        id: Identifier,
        title: z.string().min(1),
        chips: z.int().min(1).max(100_000).describe('chips of this kind in the bowl'),
        value: z.int().min(0).max(10_000_000).describe('its value in cents; 0 for a chip without a prize'),
        ...provenance,
      }),
    )
    .min(1)
    .max(50)
    .optional()
    .describe('the bowl; what is drawn is a fact, and what a draw is worth on average is computed'),
  ...provenance,
});
export type Incentive = z.infer<typeof Incentive>;
