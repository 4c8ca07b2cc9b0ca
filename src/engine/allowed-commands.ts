import type { Fold } from '../program/fold.ts';
import { gateOverride, gateTruth } from '../program/phase-gate.ts';
import { readState } from '../program/read-state.ts';
import type { CommandType } from './command.ts';
import type { Episode } from './episode.ts';

/** A command that the curriculum allows now, with the phases that it may name where it names one. */
export type AllowedCommand = { readonly type: CommandType; readonly to?: readonly string[] };

const IN_TREATMENT: readonly CommandType[] = [
  'RecordAttendance',
  'RecordDrugTest',
  'RecordUse',
  'RecordMutualHelp',
  'RecordAssessment',
  'RecordHomework',
  'SignOff',
  'RecordContact',
  'GrantCredit',
  'StartLeave',
  'Discharge',
  'AssignCounselor',
  'AddNote',
  'Amend',
  'Void',
];
const ON_LEAVE: readonly CommandType[] = [
  'EndLeave',
  'RecordDrugTest',
  'RecordUse',
  'RecordMutualHelp',
  'RecordAssessment',
  'RecordHomework',
  'SignOff',
  'RecordContact',
  'GrantCredit',
  'Discharge',
  'AssignCounselor',
  'AddNote',
  'Amend',
  'Void',
];

/** Which commands are allowed from where an episode stands. The guards that `decide` and the machine use say the same. */
export function allowedCommands(episode: Episode, fold: Fold): AllowedCommand[] {
  const { plan } = episode;
  const context = fold.snapshot.context;
  const { lifecycle } = readState(plan, fold.snapshot.value);
  if (lifecycle === 'referred')
    return list(['Admit', 'RecordAssessment', 'RecordContact', 'AssignCounselor', 'AddNote', 'Discharge']);
  if (lifecycle === 'discharged' || lifecycle === 'graduated') {
    return list(['RecordAssessment', 'RecordContact', 'AssignCounselor', 'AddNote', 'Amend', 'Void']);
  }
  if (lifecycle === 'on-leave') return list(ON_LEAVE);
  const phase = plan.phases[context.phase]!;
  const names = (indexes: readonly number[]) => indexes.map((index) => plan.phases[index]?.id ?? '');
  const open = gateTruth(plan, context) === 'satisfied';
  const allowed = list(IN_TREATMENT);
  if ((open || gateOverride(context)) && phase.next.length > 0)
    allowed.push({ type: 'Advance', to: names(phase.next) });
  if (!open) allowed.push({ type: 'Override' });
  if (phase.returnsTo.length > 0) allowed.push({ type: 'ReturnToPhase', to: names(phase.returnsTo) });
  if (context.tasks.length > 0 || context.flags.length > 0) allowed.push({ type: 'CompleteTask' });
  return allowed;
}

function list(types: readonly CommandType[]): AllowedCommand[] {
  return types.map((type) => ({ type }));
}
