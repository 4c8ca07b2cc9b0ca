import { readState } from '../../program/read-state.ts';
import type { CommandType, ReadyCommand } from '../command.ts';
import { type Episode, standAsOf } from '../episode.ts';
import { decideAdmission } from './decide-admission.ts';
import { decideAttendance } from './decide-attendance.ts';
import { decideCorrection } from './decide-correction.ts';
import { decideDischarge } from './decide-discharge.ts';
import { decideLeave } from './decide-leave.ts';
import { decideObservation } from './decide-observation.ts';
import { decideOverride } from './decide-override.ts';
import { decidePhase } from './decide-phase.ts';
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
  AddNote: decideObservation,
  GrantCredit: decideOverride,
  Override: decideOverride,
  Advance: decidePhase,
  ReturnToPhase: decidePhase,
  StartLeave: decideLeave,
  EndLeave: decideLeave,
  Discharge: decideDischarge,
  Amend: decideCorrection,
  Void: decideCorrection,
};

/** Commands that may be given ahead of their day: they are held and take effect on it. */
const AHEAD: readonly CommandType[] = [
  'Admit',
  'StartLeave',
  'EndLeave',
  'Discharge',
  'AddNote',
  'AssignCounselor',
];
/** Commands that need no admission before. */
const OUTSIDE: readonly CommandType[] = [
  'Refer',
  'Admit',
  'RecordAssessment',
  'RecordContact',
  'AssignCounselor',
  'AddNote',
  'Amend',
  'Void',
  'CompleteTask',
  'Discharge',
];
/** Commands that are still possible after the end. */
const AFTER_END: readonly CommandType[] = [
  'RecordAssessment',
  'RecordContact',
  'AddNote',
  'AssignCounselor',
  'Amend',
  'Void',
  'CompleteTask',
  'Refer',
  'Admit',
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
  const standing = standAsOf(episode, command.on);
  const { lifecycle } = readState(episode.plan, standing.fold.snapshot.value);
  const admitted = episode.facts.find(({ fact }) => fact.type === 'Admitted');
  const closing = command.type === 'Discharge' && admitted !== undefined;
  if (lifecycle === 'referred' && (closing || !OUTSIDE.includes(command.type))) {
    return admitted
      ? refuse(
          'before-admission',
          `the patient was admitted on ${admitted.fact.on}; ${command.on} lies before that`,
        )
      : refuse('not-admitted', 'the patient is not admitted yet; admit first');
  }
  if ((lifecycle === 'discharged' || lifecycle === 'graduated') && !AFTER_END.includes(command.type)) {
    return refuse(
      'ended',
      `the episode ended on ${endOf(standing.episode)}; void the discharge first if that was wrong`,
    );
  }
  const decision = DECIDERS[command.type](command, { episode: standing.episode, fold: standing.fold, today });
  return decision.accepted ? (withoutPlace(episode, decision.events) ?? decision) : decision;
}

function endOf(episode: Episode): string {
  const end = episode.facts.findLast(
    ({ fact }) => fact.type === 'Discharged' || fact.type === 'PhaseAdvanced',
  );
  return end?.fact.on ?? 'an earlier day';
}
