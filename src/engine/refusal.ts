import type { Explanation } from '../program/explanation.ts';

/** Why a command is not allowed now. */
export type RefusalCode =
  | 'already-exists'
  | 'not-admitted'
  | 'already-admitted'
  | 'ended'
  | 'on-leave'
  | 'not-on-leave'
  | 'before-admission'
  | 'in-the-future'
  | 'unknown-curriculum'
  | 'unknown-track'
  | 'unknown-session'
  | 'unknown-phase'
  | 'unknown-task'
  | 'unknown-incentive'
  | 'unknown-prize'
  | 'reward-not-earned'
  | 'unknown-privilege'
  | 'privilege-not-now'
  | 'privilege-unchanged'
  | 'no-take-home'
  | 'take-home-beyond-band'
  | 'unknown-fact'
  | 'track-not-open'
  | 'no-meeting'
  | 'session-needed'
  | 'minutes-needed'
  | 'already-recorded'
  | 'make-up-too-late'
  | 'not-next-phase'
  | 'gate-not-satisfied'
  | 'gate-unknown'
  | 'gate-already-satisfied'
  | 'no-return'
  | 'role-not-allowed'
  | 'reason-needed'
  | 'leave-too-long'
  | 'return-before-leave'
  | 'not-correctable'
  | 'invalid-change'
  | 'nothing-changes'
  | 'unknown-instrument'
  | 'score-out-of-range'
  | 'implausible-date'
  | 'dates-contradict'
  | 'other-patient'
  | 'no-place'
  | 'not-eligible'
  | 'eligibility-unknown'
  | 'no-pathway'
  | 'no-entry'
  | 'unknown-stage'
  | 'stage-needed'
  | 'no-move'
  | 'not-ended'
  | 'no-maximum'
  | 'readmission-too-late'
  | 'already-waiting'
  | 'not-waiting'
  | 'already-offered'
  | 'no-offer'
  | 'until-needed'
  | 'out-of-turn'
  | 'no-place-free'
  | 'items-unfit';

/** A command that the curriculum or the record does not allow now. The message is for a counselor. */
export type Refusal = {
  readonly code: RefusalCode;
  readonly message: string;
  /** The gate that decided, explained. */
  readonly gate?: Explanation;
  /** The number of the event concerned. */
  readonly fact?: number;
};
