import { z } from 'zod';
import { Identifier } from '../curriculum/identifier.ts';
import { Weekday } from '../curriculum/weekday.ts';
import { BehaviourModel } from './behaviour-model.ts';
import { Distribution } from './scenario/distribution.ts';

const source = z.string().min(1).describe('where the numbers are from, or the word assumed');
const days = z.int().min(0).max(3650);

/** A trait of patients with its levels and their shares; each patient has one level of it. */
const Trait = z.strictObject({
  id: Identifier,
  levels: z
    .array(
      z.strictObject({
        id: Identifier,
        share: z
          .number()
          .min(0)
          .max(1)
          .optional()
          .describe('an even part of what the others leave unless given; with a baseline the rows say it'),
        below: z
          .number()
          .optional()
          .describe('of a baseline with numbers: values below this, and not below that of the level before'),
      }),
    )
    .min(1)
    .max(32),
  source,
});

/** Substance use as a chain of two states that takes a step each week, or each day. */
const Use = z.strictObject({
  step: z
    .enum(['week', 'day'])
    .optional()
    .describe('a step a week unless given; with day, chances are those of a day'),
  atAdmission: BehaviourModel.describe('uses in the first week'),
  start: BehaviourModel.describe('begins to use in a week after one without use'),
  stop: BehaviourModel.describe('does not use in a week after one with use'),
  reports: BehaviourModel.optional().describe('tells of the use of a week'),
});

/** Drug tests: whether one that is due is missed, and what it shows of the present week. */
const Tests = z.strictObject({
  missed: BehaviourModel,
  sensitivity: z.number().min(0).max(1),
  specificity: z.number().min(0).max(1),
  source,
});

/** An instrument's score over time: a start, a change a week, and a normal deviation drawn each time; whole numbers in a range. */
const Assessment = z.strictObject({
  instrument: Identifier,
  everyDays: z.int().min(1).max(365),
  start: z.number(),
  perWeek: z.number(),
  deviation: z.number().min(0),
  whileUsing: z.number().optional().describe('what is added to the score of somebody who uses at present'),
  minimum: z.number(),
  maximum: z.number(),
  source,
});

/** Leaving a meeting before its end: the part of its minutes that the patient stays. */
const LeavesEarly = z.strictObject({
  chance: BehaviourModel.describe('leaves a meeting early that he comes to in time'),
  stays: z.number().gt(0).lt(1).describe('the part of its minutes that he stays'),
  source,
});

/** Meetings that are made up some days after they were missed; of several missed ones of a track the last. */
const MakeUps = z.strictObject({
  afterDays: z.int().min(1).max(60),
  attends: BehaviourModel.describe('comes to the meeting in its place'),
  source,
});

/** Leaves with a return. */
const Leave = z.strictObject({
  begins: BehaviourModel.describe('begins a leave in a week'),
  days: Distribution.describe('how long it is, in days; at least one'),
  source,
});

/** Who signs off and when: so many days after the phase was entered whose gate asks for it, for a share of patients. */
const SignOff = z.strictObject({
  role: Identifier.optional(),
  subject: Identifier.optional(),
  afterDays: days,
  share: z.number().min(0).max(1),
  source,
});

/** A way from one stage of a pathway to another: for what share of the patients staff take it. */
const Way = z.strictObject({
  from: Identifier.optional(),
  to: Identifier,
  share: z.number().min(0).max(1),
  source,
});

/** The phase that staff choose where several may follow a phase, for a share of its patients. */
const Choice = z.strictObject({
  from: Identifier,
  to: Identifier,
  share: z.number().min(0).max(1),
  source,
});

/** Coming back after a discharge, in the same episode: where the program takes patients back, and as long as it does. */
const Readmission = z.strictObject({
  returns: BehaviourModel.describe('comes back, in a week after the discharge'),
  after: z
    .array(z.enum(['dropped-out', 'terminated', 'incarcerated', 'other', 'transferred']))
    .min(1)
    .describe('the reasons of discharge after which patients come back'),
  source,
});

/** What staff do, by policy and delay. */
const Staff = z.strictObject({
  admissionWeekdays: z.array(Weekday).min(1),
  advanceAfterDays: z.int().min(1).max(365).describe('days from a gate that is seen open to the decision'),
  signOffs: z.array(SignOff).describe('the first that fits holds; one without role and subject fits all'),
  outreachAfterDays: z
    .int()
    .min(1)
    .max(365)
    .describe('days from a task of a monitor to the attempt to reach the patient'),
  ways: z
    .array(Way)
    .optional()
    .describe('of a pathway; one that is not listed is taken whenever its criteria are met'),
  choices: z
    .array(Choice)
    .optional()
    .describe('where several phases may follow one; those that are left go to the first'),
  dischargeAfterDays: z.int().min(0).max(365).describe('days from a recommended discharge to the decision'),
  source,
});

/**
 * How patients and staff behave in a simulation: the `behaviour` section of a scenario. Every part names its source or the
 * word `assumed`. What is left out does not happen.
 */
export const Behaviour = z.strictObject({
  traits: z.array(Trait).max(8),
  baseline: z
    .array(z.int().min(0))
    .min(1)
    .max(65_536)
    .optional()
    .describe('the combination of traits of each row of a baseline, as the reader of its file writes it'),
  attendance: BehaviourModel.describe('comes to a meeting'),
  excused: BehaviourModel.optional().describe('has an excuse for a meeting that he does not come to'),
  late: BehaviourModel.optional().describe('is late for a meeting that he comes to'),
  leavesEarly: LeavesEarly.optional(),
  makeUps: MakeUps.optional(),
  leave: Leave.optional(),
  readmission: Readmission.optional(),
  use: Use.optional(),
  tests: Tests.optional(),
  dropOut: BehaviourModel.optional().describe('stops coming, in a week'),
  reached: BehaviourModel.optional().describe('is reached by an attempt of outreach'),
  comesBack: BehaviourModel.optional().describe('comes again once reached'),
  exits: z
    .partialRecord(
      z.enum(['completed', 'terminated', 'transferred', 'incarcerated', 'death', 'other']),
      BehaviourModel,
    )
    .optional()
    .describe(
      'is discharged for another reason, in a week; as completed where staff count treatment as completed before the last gate, as registers of discharges do',
    ),
  homework: BehaviourModel.optional().describe('hands in homework after a meeting attended'),
  mutualHelp: z.strictObject({ timesAWeek: z.int().min(1).max(7), attends: BehaviourModel }).optional(),
  assessments: z.array(Assessment).max(16).optional(),
  staff: Staff,
});
export type Behaviour = z.infer<typeof Behaviour>;
