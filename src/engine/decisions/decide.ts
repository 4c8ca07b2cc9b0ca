import { emptyFold, type Fold } from '../../program/fold.ts';
import { readState } from '../../program/read-state.ts';
import type { CommandType, ReadyCommand } from '../command.ts';
import { dateOf, type Episode, episodeOn, standAsOf } from '../episode.ts';
import { beforeTheEndOfTheDay, OBSERVING } from './before-the-end-of-the-day.ts';
import { dayOfAMove } from './day-of-a-move.ts';
import { decideAdmission } from './decide-admission.ts';
import { decideAttendance } from './decide-attendance.ts';
import { decideAuthorization } from './decide-authorization.ts';
import { decideCalendar } from './decide-calendar.ts';
import { decideClosure } from './decide-closure.ts';
import { decideCorrection } from './decide-correction.ts';
import { decideDischarge } from './decide-discharge.ts';
import { decideExtension } from './decide-extension.ts';
import { decideLeave } from './decide-leave.ts';
import { decideMove } from './decide-move.ts';
import { decideObservation } from './decide-observation.ts';
import { decideOverride } from './decide-override.ts';
import { decidePhase } from './decide-phase.ts';
import { decidePlacement } from './decide-placement.ts';
import { decidePrivilege } from './decide-privilege.ts';
import { decideReadmission } from './decide-readmission.ts';
import { decideReview } from './decide-review.ts';
import { decideReward } from './decide-reward.ts';
import { decideTakeHome } from './decide-take-home.ts';
import { decideWaitlist } from './decide-waitlist.ts';
import type { Decide, Decision } from './decision.ts';
import { refuse } from './decision.ts';
import { withoutPlace } from './without-place.ts';

const DECIDERS: Record<CommandType, Decide> = {
  Refer: decideAdmission,
  Admit: decideAdmission,
  RecordAttendance: decideAttendance,
  RecordDrugTest: decideObservation,
  RecordUse: decideObservation,
  RecordMutualHelp: decideObservation,
  RecordAssessment: decideObservation,
  RecordHomework: decideObservation,
  SignOff: decideObservation,
  RecordContact: decideObservation,
  CompleteTask: decideObservation,
  AssignCounselor: decideObservation,
  ChangeMeeting: decideCalendar,
  FollowCycle: decideCalendar,
  AddNote: decideObservation,
  RecordIntake: decideObservation,
  DecidePlacement: decidePlacement,
  RecordInterimService: decideWaitlist,
  JoinWaitlist: decideWaitlist,
  OfferPlace: decideWaitlist,
  AcceptOffer: decideWaitlist,
  DeclineOffer: decideWaitlist,
  RemoveFromWaitlist: decideWaitlist,
  RecordAuthorization: decideAuthorization,
  ReviewContinuedStay: decideReview,
  GrantCredit: decideOverride,
  Override: decideOverride,
  StepDown: decideMove,
  StepUp: decideMove,
  TransferTo: decideMove,
  Readmit: decideReadmission,
  ExtendStay: decideExtension,
  Advance: decidePhase,
  ReturnToPhase: decidePhase,
  StartLeave: decideLeave,
  EndLeave: decideLeave,
  Discharge: decideDischarge,
  GrantPrivilege: decidePrivilege,
  WithdrawPrivilege: decidePrivilege,
  RecordReward: decideReward,
  RecordClosure: decideClosure,
  RecordTakeHome: decideTakeHome,
  ReportTakeHomeMisuse: decideTakeHome,
  RecordTakeHomeReturn: decideTakeHome,
  CreditTakeHomeTime: decideTakeHome,
  Amend: decideCorrection,
  Void: decideCorrection,
};

/** Commands that may be given ahead of their day: they are held and take effect on it. */
const AHEAD: readonly CommandType[] = [
  'Admit',
  'StartLeave',
  'EndLeave',
  'StepDown',
  'StepUp',
  'TransferTo',
  'Discharge',
  'AddNote',
  'AssignCounselor',
];
/** Commands that need no admission before. */
const OUTSIDE: readonly CommandType[] = [
  'RecordIntake',
  'DecidePlacement',
  'RecordInterimService',
  'JoinWaitlist',
  'OfferPlace',
  'AcceptOffer',
  'DeclineOffer',
  'RemoveFromWaitlist',
  'Refer',
  'Admit',
  'RecordAssessment',
  'RecordContact',
  'AssignCounselor',
  'AddNote',
  'RecordAuthorization',
  'Amend',
  'Void',
  'CompleteTask',
  'Discharge',
];
/** Commands that are still possible after the end. */
const AFTER_END: readonly CommandType[] = [
  'RecordIntake',
  'DecidePlacement',
  'RecordAssessment',
  'RecordContact',
  'AddNote',
  'RecordAuthorization',
  'RecordReward',
  'AssignCounselor',
  'Amend',
  'Void',
  'CompleteTask',
  'Refer',
  'Admit',
  'Readmit',
];

/**
 * Decides what a command would record for an episode; records nothing itself.
 *
 * Pure: the day comes with the command and `today` as an argument, never from a clock. A command that the curriculum
 * does not allow is refused with a reason, it does not throw.
 *
 * ```ts
 * decide(episode, { type: 'RecordAttendance', episode: 'e-1', on: '2026-03-02', by: 'counselor-1', track: 'relapse-prevention', status: 'attended' }, '2026-03-02')
 * //=> { accepted: false, refusal: { code: 'not-admitted', … } }
 * ```
 */
export function decide(episode: Episode, command: ReadyCommand, today: string): Decision {
  if (command.on > today && !AHEAD.includes(command.type)) {
    return refuse(
      'in-the-future',
      `${command.on} is still to come (today is ${today}); this can be recorded once it has happened`,
    );
  }
  const moved = dayOfAMove(episode, command);
  if (moved !== null && moved.episode !== episode) {
    const { forStage: _named, ...rest } = command;
    return decide(moved.episode, rest as ReadyCommand, today);
  }
  const standing = standFor(episode, command);
  const { lifecycle } = readState(standing.episode.plan, standing.fold.snapshot.value);
  const admitted = episode.facts.find(({ fact }) => fact.type === 'Admitted');
  const closing = command.type === 'Discharge' && admitted !== undefined;
  if (lifecycle === 'referred' && (closing || !OUTSIDE.includes(command.type))) {
    if (!admitted) return refuse('not-admitted', 'the patient is not admitted yet; admit first');
    const held = closing && admitted.fact.on > today;
    return held
      ? refuse(
          'before-admission',
          `the patient is to be admitted on ${admitted.fact.on}; void the held admission (event ${admitted.version}) where it will not come`,
          { fact: admitted.version },
        )
      : refuse(
          'before-admission',
          `the patient was admitted on ${admitted.fact.on}; ${command.on} lies before that`,
        );
  }
  if ((lifecycle === 'discharged' || lifecycle === 'graduated') && !AFTER_END.includes(command.type))
    return refuse('ended', howEnded(standing.episode, standing.fold));
  const decideOn = (without: Episode, again: ReadyCommand) => decide(without, again, today);
  const given = moved === null ? command : { ...command, forStage: moved.forStage };
  const decision = DECIDERS[command.type](given as ReadyCommand, {
    episode: standing.episode,
    fold: standing.fold,
    today,
    decideOn,
  });
  return decision.accepted ? (withoutPlace(episode, decision.events) ?? decision) : decision;
}

/**
 * Where the episode stands for a command. An observation is decided on what came before it on its day. A correction has to
 * be decidable even where the episode cannot be told, as by an admission of the wrong century: it is the way out of that.
 */
function standFor(episode: Episode, command: ReadyCommand): { episode: Episode; fold: Fold } {
  const earlier = OBSERVING.includes(command.type) ? beforeTheEndOfTheDay(episode, command.on) : null;
  if (command.type !== 'Amend' && command.type !== 'Void') return standAsOf(earlier ?? episode, command.on);
  try {
    return standAsOf(episode, command.on);
  } catch {
    const version = episodeOn(episode, command.on);
    return { episode: version, fold: emptyFold(version.course) };
  }
}

/** How an episode ended, and what to do where that is wrong: a fact can be voided, time cannot. */
function howEnded(episode: Episode, fold: Fold): string {
  const on = dateOf(fold.snapshot.context.ended?.on) ?? 'an earlier day';
  const end = episode.facts.findLast(
    ({ fact }) => fact.on === on && (fact.type === 'Discharged' || fact.type === 'PhaseAdvanced'),
  );
  const way = end
    ? `void the ${end.fact.type === 'Discharged' ? 'discharge' : 'advance'} (event ${end.version}) first if that was wrong`
    : 'enter what was missed before that day, or admit anew';
  return `the episode ended on ${on}; ${way}`;
}
