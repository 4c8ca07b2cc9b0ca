import { z } from 'zod';
import { CalendarDate } from '../curriculum/calendar-date.ts';
import { DischargeReason } from '../curriculum/discharge-reason.ts';
import { Identifier } from '../curriculum/identifier.ts';
import { LevelOfCare } from '../curriculum/level-of-care.ts';
import { MigrationMapping } from '../curriculum/migration-mapping.ts';
import { TimeOfDay } from '../curriculum/time-of-day.ts';
import { AuthorizationUnit } from './authorization-unit.ts';
import { ReviewOutcome } from './review-outcome.ts';
import { WAITLIST_FACTS } from './waitlist-facts.ts';

/** How somebody came to a meeting, or did not. */
export const AttendanceStatus = z.enum(['attended', 'late', 'left-early', 'excused', 'absent']);
export type AttendanceStatus = z.infer<typeof AttendanceStatus>;

/** The result of a drug test. `missed` was due and not given; `invalid` could not be read. */
export const DrugTestResult = z.enum(['negative', 'positive', 'missed', 'invalid']);
export type DrugTestResult = z.infer<typeof DrugTestResult>;

const text = z.string().min(1).max(4000);
const name = z.string().min(1).max(200);

/** What every event carries: the clinic-local day it is about, who recorded it, and why where a reason is due. */
const envelope = {
  on: CalendarDate,
  at: TimeOfDay.optional(),
  by: name,
  role: Identifier.optional(),
  reason: text.optional(),
  forStage: Identifier.optional().describe(
    'on the day of a move between levels of care: the stage that it belongs to',
  ),
};
const event = <Type extends string, Shape extends z.ZodRawShape>(type: Type, shape: Shape) =>
  z.strictObject({ type: z.literal(type), ...envelope, ...shape });

const moved = {
  stage: Identifier.describe('the stage of the pathway that the patient moves to'),
  overrideEligibility: z
    .literal(true)
    .optional()
    .describe('moved although the next program does not admit by what was known'),
  site: name
    .optional()
    .describe('the site at which the patient is treated from then on; as before unless given'),
  cycleStarts: z.record(Identifier, CalendarDate).optional(),
};

/** The shapes that a command and the event it leads to have in common, by the name of the event. */
export const FACTS = {
  Referred: { patient: name, source: name.optional(), counselor: name.optional(), site: name.optional() },
  Admitted: {
    patient: name,
    curriculum: Identifier,
    version: z.string(),
    counselor: name.optional(),
    site: name.optional(),
    stage: Identifier.optional().describe('the stage of a pathway at which the patient enters'),
    overrideEligibility: z
      .literal(true)
      .optional()
      .describe('admitted although the program does not admit by what was known'),
    lastUseOn: CalendarDate.optional(),
    cycleStarts: z.record(Identifier, CalendarDate).optional(),
  },
  AttendanceRecorded: {
    track: Identifier,
    session: z.int().min(1).optional(),
    status: AttendanceStatus,
    minutes: z.int().min(0).max(1440).optional(),
    makeUp: z.boolean().optional(),
  },
  DrugTestRecorded: {
    result: DrugTestResult,
    specimen: Identifier.optional(),
    substances: z.array(Identifier).optional(),
  },
  UseReported: { substances: z.array(Identifier).optional() },
  MutualHelpRecorded: { fellowship: name.optional() },
  AssessmentRecorded: {
    instrument: Identifier,
    score: z.number(),
    items: z
      .array(z.number())
      .max(100)
      .optional()
      .describe('the points of each item in their order, where the total was made of them'),
  },
  HomeworkRecorded: { track: Identifier.optional(), session: z.int().min(1).optional() },
  SignedOff: { subject: Identifier.optional() },
  ContactRecorded: { reached: z.boolean(), with: name.optional() },
  TaskCompleted: { task: name },
  PhaseAdvanced: { to: Identifier },
  ReturnedToPhase: { to: Identifier },
  SteppedDown: moved,
  SteppedUp: moved,
  Transferred: moved,
  Readmitted: {},
  StayExtended: { of: z.enum(['phase', 'stage']), until: CalendarDate },
  GateOverridden: {
    phase: Identifier,
    stage: Identifier.optional().describe('the stage to which a move is overridden'),
    expiresOn: CalendarDate.optional(),
  },
  CreditGranted: {
    track: Identifier,
    sessions: z.array(z.int().min(1)).min(1),
    from: name,
    expiresOn: CalendarDate.optional(),
  },
  LeaveStarted: { expectedReturn: CalendarDate.optional(), planned: z.boolean().optional() },
  LeaveEnded: {},
  Discharged: { discharge: DischargeReason, ground: name.optional() },
  AuthorizationRecorded: {
    payer: name,
    levelOfCare: LevelOfCare.describe('the level of care that is authorized'),
    unit: AuthorizationUnit,
    units: z.number().positive().max(100_000),
    from: CalendarDate.describe('the first day'),
    to: CalendarDate.describe('the last day'),
    reviewDue: CalendarDate.optional(),
    reference: name.optional().describe("the payer's number for it"),
    warnAt: z.number().min(0).optional().describe('work is due when so few units are left; 2 unless given'),
  },
  ContinuedStayReviewed: {
    outcome: ReviewOutcome,
    nextReview: CalendarDate.optional(),
  },
  CounselorAssigned: {
    counselor: name,
    site: name
      .optional()
      .describe('the site at which the patient is treated from then on; as before unless given'),
  },
  PrivilegeGranted: { privilege: Identifier },
  PrivilegeWithdrawn: { privilege: Identifier },
  RewardGiven: {
    incentive: Identifier,
    amount: z.int().min(1).max(10_000_000).describe('cents, draws or pieces'),
    prize: Identifier.optional().describe('what was drawn'),
  },
  ClinicClosed: {
    from: CalendarDate.describe('the first day on which nothing is held'),
    to: CalendarDate.optional().describe('the last day; the same as the first unless given'),
    site: name.optional().describe('the site, where it was closed as a whole'),
  },
  TakeHomeGiven: {
    doses: z.int().min(1).max(366).describe('doses handed over, one for each day in a row'),
    firstDay: CalendarDate.describe('the day for which the first of them is'),
    beyondBand: z
      .literal(true)
      .optional()
      .describe('given although it is more than the program allows on that day'),
  },
  TakeHomeMisused: {},
  TakeHomeReturned: {
    doses: z.int().min(1).max(366).describe('doses brought back unused: the last of those that are at home'),
  },
  TakeHomeTimeCredited: {
    days: z
      .int()
      .min(1)
      .max(36_500)
      .describe('days of treatment elsewhere that count as time in treatment here'),
    from: name.describe('the clinic at which they were'),
  },
  MeetingChanged: {
    track: Identifier,
    date: CalendarDate.describe('the day on which the calendar of the patient has the meeting'),
    start: TimeOfDay.optional().describe('which of several meetings on that day'),
    to: z
      .strictObject({
        date: CalendarDate,
        start: TimeOfDay,
        minutes: z.int().min(1).max(1440).optional(),
        session: z.int().min(1).optional(),
      })
      .optional()
      .describe('where it is held instead; called off unless given'),
  },
  CycleFollowed: {
    track: Identifier,
    cycleStart: CalendarDate.describe('the day on which the rolling group that he is in began its cycle'),
  },
  NoteAdded: { text },
  ...WAITLIST_FACTS,
} as const satisfies Record<string, z.ZodRawShape>;

/** A fact: something that happened to the patient or was decided about him on a day. */
export const Fact = z.discriminatedUnion('type', [
  event('Referred', FACTS.Referred),
  event('Admitted', FACTS.Admitted),
  event('AttendanceRecorded', FACTS.AttendanceRecorded),
  event('DrugTestRecorded', FACTS.DrugTestRecorded),
  event('UseReported', FACTS.UseReported),
  event('MutualHelpRecorded', FACTS.MutualHelpRecorded),
  event('AssessmentRecorded', FACTS.AssessmentRecorded),
  event('HomeworkRecorded', FACTS.HomeworkRecorded),
  event('SignedOff', FACTS.SignedOff),
  event('ContactRecorded', FACTS.ContactRecorded),
  event('TaskCompleted', FACTS.TaskCompleted),
  event('PhaseAdvanced', FACTS.PhaseAdvanced),
  event('ReturnedToPhase', FACTS.ReturnedToPhase),
  event('SteppedDown', FACTS.SteppedDown),
  event('SteppedUp', FACTS.SteppedUp),
  event('Transferred', FACTS.Transferred),
  event('Readmitted', FACTS.Readmitted),
  event('StayExtended', FACTS.StayExtended),
  event('GateOverridden', FACTS.GateOverridden),
  event('CreditGranted', FACTS.CreditGranted),
  event('LeaveStarted', FACTS.LeaveStarted),
  event('LeaveEnded', FACTS.LeaveEnded),
  event('Discharged', FACTS.Discharged),
  event('AuthorizationRecorded', FACTS.AuthorizationRecorded),
  event('ContinuedStayReviewed', FACTS.ContinuedStayReviewed),
  event('CounselorAssigned', FACTS.CounselorAssigned),
  event('PrivilegeGranted', FACTS.PrivilegeGranted),
  event('PrivilegeWithdrawn', FACTS.PrivilegeWithdrawn),
  event('RewardGiven', FACTS.RewardGiven),
  event('ClinicClosed', FACTS.ClinicClosed),
  event('TakeHomeGiven', FACTS.TakeHomeGiven),
  event('TakeHomeMisused', FACTS.TakeHomeMisused),
  event('TakeHomeReturned', FACTS.TakeHomeReturned),
  event('TakeHomeTimeCredited', FACTS.TakeHomeTimeCredited),
  event('MeetingChanged', FACTS.MeetingChanged),
  event('CycleFollowed', FACTS.CycleFollowed),
  event('NoteAdded', FACTS.NoteAdded),
  event('IntakeRecorded', FACTS.IntakeRecorded),
  event('PlacementDecided', FACTS.PlacementDecided),
  event('InterimServiceGiven', FACTS.InterimServiceGiven),
  event('Waitlisted', FACTS.Waitlisted),
  event('PlaceOffered', FACTS.PlaceOffered),
  event('OfferAccepted', FACTS.OfferAccepted),
  event('OfferDeclined', FACTS.OfferDeclined),
  event('RemovedFromWaitlist', FACTS.RemovedFromWaitlist),
]);
export type Fact = z.infer<typeof Fact>;
/** The name of a fact. */
export type FactType = Fact['type'];
/** The fact of one name. */
export type FactOf<Type extends FactType> = Extract<Fact, { type: Type }>;

/**
 * An event of an episode's log: a fact, or something said about an earlier fact or about the record itself.
 * `fact` is the version number that the event concerned has in the episode.
 */
export const EpisodeEvent = z.union([
  Fact,
  event('Amended', { fact: z.int().min(1), change: z.record(z.string(), z.json()) }),
  event('Voided', { fact: z.int().min(1) }),
  event('DeadlineReached', { deadline: name, title: z.string() }),
  event('Migrated', { curriculum: Identifier, version: z.string(), mapping: MigrationMapping }),
]);
export type EpisodeEvent = z.infer<typeof EpisodeEvent>;

/** An event with its number in the episode and the instant of its recording. */
export type EpisodeRecord = {
  readonly version: number;
  readonly recordedAt: string;
  readonly event: EpisodeEvent;
};
