import { z } from 'zod';
import { CalendarDate } from '../curriculum/calendar-date.ts';
import { Identifier } from '../curriculum/identifier.ts';
import { TimeOfDay } from '../curriculum/time-of-day.ts';
import { FACTS } from '../program/episode-event.ts';

/** The name of an episode: letters, digits, dot, hyphen and underscore, at most 64 characters; not a person's name. */
export const EpisodeId = z
  .string()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/,
    'use letters, digits, dot, hyphen or underscore, at most 64 characters',
  );
export type EpisodeId = z.infer<typeof EpisodeId>;

/** No fact has so many fields; more of them are no correction, and would only take time to look through. */
const MOST_CHANGES = 50;

const FactChange = z
  .record(z.string(), z.json())
  .refine(
    (change) => Object.keys(change).length <= MOST_CHANGES,
    `name the fields that change, at most ${MOST_CHANGES}`,
  );

const envelope = {
  episode: EpisodeId,
  on: CalendarDate.optional().describe('the clinic-local day it is about; today unless given'),
  at: TimeOfDay.optional(),
  by: z.string().min(1).max(200).optional().describe('who says so'),
  role: Identifier.optional().describe('in which role; counselor unless given'),
  reason: z.string().min(1).max(4000).optional(),
  forStage: Identifier.optional().describe(
    'on the day of a move between levels of care: the stage that it belongs to; the one moved to unless given',
  ),
  key: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .describe('idempotency key: the same key again gives the first answer'),
  expectedVersion: z
    .int()
    .min(0)
    .optional()
    .describe('refuse to write where the episode has another version'),
};
const command = <Type extends string, Shape extends z.ZodRawShape>(type: Type, shape: Shape) =>
  z.strictObject({ type: z.literal(type), ...envelope, ...shape });

const move = {
  stage: Identifier.optional().describe('the stage to move to; the only one unless given'),
  overrideEligibility: FACTS.SteppedDown.overrideEligibility,
  site: FACTS.SteppedDown.site,
  cycleStarts: FACTS.SteppedDown.cycleStarts,
};

const Admit = z.strictObject({
  type: z.literal('Admit'),
  ...envelope,
  ...FACTS.Admitted,
  episode: EpisodeId.optional().describe('made by the engine unless given'),
  curriculum: z.string().min(1).describe('a curriculum or a pathway: an id, or id@version'),
  version: z.string().optional(),
});

/** A command for one episode. Its fields are those of the event it leads to; `on` and `by` may be left to the engine. */
export const Command = z.discriminatedUnion('type', [
  command('Refer', FACTS.Referred),
  Admit,
  command('RecordAttendance', FACTS.AttendanceRecorded),
  command('RecordDrugTest', FACTS.DrugTestRecorded),
  command('RecordUse', FACTS.UseReported),
  command('RecordMutualHelp', FACTS.MutualHelpRecorded),
  command('RecordAssessment', {
    ...FACTS.AssessmentRecorded,
    score: FACTS.AssessmentRecorded.score.optional().describe('the total; made of `items` unless given'),
  }),
  command('RecordHomework', FACTS.HomeworkRecorded),
  command('SignOff', FACTS.SignedOff),
  command('RecordContact', FACTS.ContactRecorded),
  command('CompleteTask', FACTS.TaskCompleted),
  command('Advance', { to: Identifier.optional().describe('the next phase unless given') }),
  command('ReturnToPhase', FACTS.ReturnedToPhase),
  command('StepDown', move),
  command('StepUp', move),
  command('TransferTo', move),
  command('Readmit', FACTS.Readmitted),
  command('ExtendStay', {
    of: FACTS.StayExtended.of
      .optional()
      .describe('the level of care where it has a maximum, else the phase, unless given'),
    until: FACTS.StayExtended.until,
  }),
  command('Override', {
    stage: Identifier.optional().describe(
      'the stage to which a move is overridden; the next phase unless given',
    ),
    expiresOn: CalendarDate.optional(),
  }),
  command('GrantCredit', FACTS.CreditGranted),
  command('StartLeave', FACTS.LeaveStarted),
  command('EndLeave', FACTS.LeaveEnded),
  command('Discharge', { discharge: FACTS.Discharged.discharge }),
  command('RecordAuthorization', FACTS.AuthorizationRecorded),
  command('ReviewContinuedStay', FACTS.ContinuedStayReviewed),
  command('AssignCounselor', FACTS.CounselorAssigned),
  command('GrantPrivilege', FACTS.PrivilegeGranted),
  command('WithdrawPrivilege', FACTS.PrivilegeWithdrawn),
  command('RecordReward', FACTS.RewardGiven),
  command('RecordClosure', FACTS.ClinicClosed),
  command('RecordTakeHome', {
    ...FACTS.TakeHomeGiven,
    firstDay: FACTS.TakeHomeGiven.firstDay
      .optional()
      .describe('the day for which the first dose is; the first day without one unless given'),
  }),
  command('ReportTakeHomeMisuse', FACTS.TakeHomeMisused),
  command('RecordTakeHomeReturn', FACTS.TakeHomeReturned),
  command('CreditTakeHomeTime', FACTS.TakeHomeTimeCredited),
  command('ChangeMeeting', FACTS.MeetingChanged),
  command('FollowCycle', FACTS.CycleFollowed),
  command('AddNote', FACTS.NoteAdded),
  command('RecordIntake', FACTS.IntakeRecorded),
  command('DecidePlacement', FACTS.PlacementDecided),
  command('RecordInterimService', FACTS.InterimServiceGiven),
  command('JoinWaitlist', FACTS.Waitlisted),
  command('OfferPlace', {
    ...FACTS.PlaceOffered,
    until: FACTS.PlaceOffered.until
      .optional()
      .describe('the last day to accept it; as the terms of the list say unless given'),
  }),
  command('AcceptOffer', FACTS.OfferAccepted),
  command('DeclineOffer', FACTS.OfferDeclined),
  command('RemoveFromWaitlist', FACTS.RemovedFromWaitlist),
  command('Amend', { fact: z.int().min(1), change: FactChange }),
  command('Void', { fact: z.int().min(1) }),
]);
export type Command = z.infer<typeof Command>;
/** The name of a command. */
export type CommandType = Command['type'];
/** The command of one name. */
export type CommandOf<Type extends CommandType> = Extract<Command, { type: Type }>;

/**
 * Lets time pass to the beginning of a day for all episodes that have something due by then. It is a command of its own: it
 * belongs to no episode and to no batch.
 */
export const AdvanceClock = z.strictObject({ type: z.literal('AdvanceClock'), to: CalendarDate });
export type AdvanceClock = z.infer<typeof AdvanceClock>;

type Ready<C> = C extends unknown
  ? Omit<C, 'episode' | 'on' | 'by'> & {
      readonly episode: string;
      readonly on: CalendarDate;
      readonly by: string;
    }
  : never;

/** A command with the day, the person and the episode filled in. */
export type ReadyCommand = Ready<Command>;
/** The filled-in command of one name. */
export type ReadyOf<Type extends CommandType> = Extract<ReadyCommand, { type: Type }>;
