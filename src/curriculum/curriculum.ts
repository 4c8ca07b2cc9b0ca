import { z } from 'zod';
import { Closure } from './closure.ts';
import { ContinuedStay } from './continued-stay.ts';
import { DoseRule } from './dose-rule.ts';
import { DrugTestPlan } from './drug-test-plan.ts';
import { Eligibility } from './eligibility.ts';
import { Identifier } from './identifier.ts';
import { Incentive } from './incentive.ts';
import { Instrument } from './instrument.ts';
import { LevelOfCare } from './level-of-care.ts';
import { Monitor } from './monitor.ts';
import { Phase } from './phase.ts';
import { Policies } from './policies.ts';
import { Privilege } from './privilege.ts';
import { Source } from './provenance.ts';
import { TakeHome } from './take-home.ts';
import { Track } from './track.ts';

/** A semantic version, `major.minor.patch` with an optional pre-release. */
export const CurriculumVersion = z
  .string()
  .regex(
    /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*)?$/,
    'write a version as 1.0.0',
  );
export type CurriculumVersion = z.infer<typeof CurriculumVersion>;

/**
 * A treatment program of one level of care, as a person writes it: phases, tracks, drug tests, monitors, policies.
 *
 * A value of this type has the right shape. Whether it makes sense as a whole (no dangling reference, no gate
 * that can never be met) is what `checkStructure` tells.
 */
export const Curriculum = z.strictObject({
  id: Identifier,
  version: CurriculumVersion,
  title: z.string().min(1),
  summary: z.string().optional(),
  levelOfCare: LevelOfCare,
  sources: z.record(Identifier, Source),
  phases: z.array(Phase).min(1).max(100),
  tracks: z.array(Track).min(1).max(100),
  drugTests: z.array(DrugTestPlan).max(100).optional(),
  instruments: z
    .array(Instrument)
    .max(100)
    .optional()
    .describe('the assessments that the program uses; where they are listed, criteria may name no other'),
  monitors: z.array(Monitor).max(100).optional(),
  eligibility: Eligibility.optional().describe('whom the program admits'),
  dose: z
    .array(DoseRule)
    .min(1)
    .max(100)
    .optional()
    .describe('how much of the program a patient is to have in a week'),
  closures: z
    .array(Closure)
    .max(1000)
    .optional()
    .describe('days on which the clinic is closed; a site names its own'),
  continuedStay: ContinuedStay.optional().describe('what a review of a continued stay looks at'),
  incentives: z.array(Incentive).max(100).optional(),
  privileges: z
    .array(Privilege)
    .max(100)
    .optional()
    .describe('what patients earn and lose, and the roles that they can have in the community'),
  takeHome: TakeHome.optional().describe(
    'doses of a medication that may be taken at home, by time in treatment',
  ),
  policies: Policies.optional(),
});
export type Curriculum = z.infer<typeof Curriculum>;
