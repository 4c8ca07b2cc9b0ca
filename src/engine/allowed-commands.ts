import type { EpisodeContext } from '../program/episode-context.ts';
import type { Fold } from '../program/fold.ts';
import { moveOverride, moveTruth } from '../program/move-gate.ts';
import { gateOverride, gateTruth } from '../program/phase-gate.ts';
import type { Plan } from '../program/plan.ts';
import { privilegeBar } from '../program/privileges-kept.ts';
import { readState } from '../program/read-state.ts';
import { standingFacts } from '../program/standing-facts.ts';
import { authorizationDue } from './authorization/authorization-due.ts';
import type { CommandType } from './command.ts';
import { beforeTheEndOfTheDay, OBSERVING } from './decisions/before-the-end-of-the-day.ts';
import { dateOf, type Episode, standAsOf } from './episode.ts';
import { moveAdmitted } from './move-admitted.ts';
import { stayLimit } from './stay-limit.ts';

/** A command that the curriculum allows now, with the phases or stages that it may name where it names one. */
export type AllowedCommand = { readonly type: CommandType; readonly to?: readonly string[] };

const ANYTIME: readonly CommandType[] = [
  'RecordIntake',
  'DecidePlacement',
  'RecordAssessment',
  'RecordContact',
  'RecordAuthorization',
  'AssignCounselor',
  'AddNote',
];
const IN_TREATMENT: readonly CommandType[] = [
  'RecordDrugTest',
  'RecordUse',
  'RecordMutualHelp',
  'RecordHomework',
  'SignOff',
  'GrantCredit',
  'ReviewContinuedStay',
  'RecordClosure',
  'ChangeMeeting',
];
const PRESENT: readonly CommandType[] = ['RecordAttendance', 'StartLeave'];

/**
 * Which commands are allowed from where an episode stands. The guards that `decide` and the machine use say the same.
 * On the day of a discharge, a graduation or the start of a leave, what was observed before it can still be recorded.
 */
export function allowedCommands(episode: Episode, fold: Fold): AllowedCommand[] {
  const allowed = allowedFrom(episode, fold);
  const on = dateOf(fold.snapshot.context.today);
  const before = on === null ? null : beforeTheEndOfTheDay(episode, on);
  if (on === null || before === null) return allowed;
  const stood = standAsOf(before, on);
  const earlier = allowedFrom(stood.episode, stood.fold).filter(
    ({ type }) => OBSERVING.includes(type) && allowed.every((command) => command.type !== type),
  );
  return [...allowed, ...earlier];
}

function allowedFrom(episode: Episode, fold: Fold): AllowedCommand[] {
  const { plan } = episode;
  const context = fold.snapshot.context;
  const { lifecycle } = readState(plan, fold.snapshot.value);
  const notes = list(ANYTIME);
  if (episode.records.length > 0) notes.push({ type: 'Void' });
  if (standingFacts(episode.records).length > 0) notes.push({ type: 'Amend' });
  if (context.tasks.length > 0 || context.flags.length > 0 || authorizationDue(episode, fold).length > 0)
    notes.push({ type: 'CompleteTask' });
  if (context.incentives?.some(({ earned, given }) => earned > given)) notes.push({ type: 'RecordReward' });
  if (lifecycle === 'discharged' && mayReadmit(plan, context)) return [{ type: 'Readmit' }, ...notes];
  if (lifecycle === 'discharged' || lifecycle === 'graduated') return notes;
  if (lifecycle === 'referred') {
    const admitted = episode.facts.some(({ fact }) => fact.type === 'Admitted');
    if (admitted) return notes;
    return [{ type: 'Admit' }, ...waitlistCommands(context), { type: 'Discharge' }, ...notes];
  }
  notes.push({ type: 'Discharge' });
  notes.push(...moveCommands(episode, context), ...privilegeCommands(plan, context));
  if (plan.tracks.some(({ order }) => order === 'rolling')) notes.push({ type: 'FollowCycle' });
  if (plan.takeHome !== undefined)
    notes.push(
      ...list(['RecordTakeHome', 'ReportTakeHomeMisuse', 'RecordTakeHomeReturn', 'CreditTakeHomeTime']),
    );
  if (stayLimit(plan, context, 'stage') ?? stayLimit(plan, context, 'phase'))
    notes.push({ type: 'ExtendStay' });
  const open = gateTruth(plan, context) === 'satisfied';
  if (!open) notes.push({ type: 'Override' });
  if (lifecycle === 'on-leave') {
    const since = context.leaves.find((leave) => leave.to === null)?.from;
    const back = list(since === context.today ? [] : ['EndLeave']);
    return [...back, ...list(IN_TREATMENT), ...notes];
  }
  const allowed = [...list(PRESENT), ...list(IN_TREATMENT), ...notes];
  const phase = plan.phases[context.phase]!;
  const names = (indexes: readonly number[]) => indexes.map((index) => plan.phases[index]?.id ?? '');
  if ((open || gateOverride(context)) && phase.next.length > 0)
    allowed.push({ type: 'Advance', to: names(phase.next) });
  if (phase.returnsTo.length > 0) allowed.push({ type: 'ReturnToPhase', to: names(phase.returnsTo) });
  return allowed;
}

function waitlistCommands({ waitlist }: EpisodeContext): AllowedCommand[] {
  const always: readonly CommandType[] = ['RecordInterimService'];
  if (waitlist === null) return list(['JoinWaitlist', ...always]);
  const answers: readonly CommandType[] = waitlist.offer ? ['AcceptOffer', 'DeclineOffer'] : [];
  const then: readonly CommandType[] = waitlist.acceptedOn === null ? ['OfferPlace'] : ['DeclineOffer'];
  return list([...(waitlist.offer ? answers : then), 'RemoveFromWaitlist', ...always]);
}

/** Granting where something may be granted, withdrawing where something is held. */
function privilegeCommands(plan: Plan, context: EpisodeContext): AllowedCommand[] {
  const held = (plan.privileges ?? []).filter(({ counter }) => context.counters[counter] !== null);
  const open = (plan.privileges ?? []).filter(
    (one) => !held.includes(one) && privilegeBar(plan, context, one) === null,
  );
  return list([
    ...(open.length > 0 ? (['GrantPrivilege'] as const) : []),
    ...(held.length > 0 ? (['WithdrawPrivilege'] as const) : []),
  ]);
}

function mayReadmit(plan: Plan, { ended, today }: EpisodeContext): boolean {
  const within = plan.policies.readmissionWithinDays;
  if (within === undefined || ended === null || today === null) return false;
  return today > ended.on && today - ended.on <= within;
}

const MOVES = { 'step-down': 'StepDown', 'step-up': 'StepUp', transfer: 'TransferTo' } as const;

/** The moves to other levels of care that may be decided: those whose criteria hold, or only advise, to programs that admit the patient. */
function moveCommands(episode: Episode, context: EpisodeContext): AllowedCommand[] {
  const { plan } = episode;
  const open = (plan.stage?.moves ?? []).filter(
    (move) =>
      (moveTruth(plan, context, move.stage) === 'satisfied' ||
        moveOverride(context, move.stage) !== undefined) &&
      moveAdmitted(move, episode, context.today),
  );
  return (['step-down', 'step-up', 'transfer'] as const).flatMap((kind) => {
    const to = open.flatMap((move) => (move.kind === kind ? [move.stage] : []));
    return to.length === 0 ? [] : [{ type: MOVES[kind], to }];
  });
}

function list(types: readonly CommandType[]): AllowedCommand[] {
  return types.map((type) => ({ type }));
}
