import type { StandingFact } from '../../program/order-facts.ts';
import type { Plan } from '../../program/plan.ts';
import type { CommandType } from '../command.ts';
import { type Episode, episodeOn, nothingTold } from '../episode.ts';

/** Commands that lead to observations, which come before the leave, the discharge and the graduation of their day. */
export const OBSERVING: readonly CommandType[] = [
  'RecordAttendance',
  'RecordDrugTest',
  'RecordUse',
  'RecordMutualHelp',
  'RecordAssessment',
  'RecordHomework',
  'SignOff',
  'RecordContact',
  'GrantCredit',
  'RecordTakeHome',
  'ReportTakeHomeMisuse',
  'RecordTakeHomeReturn',
  'CreditTakeHomeTime',
];

/**
 * The episode without what took the patient away on a day: the start of a leave, a discharge, a graduation. An observation
 * of that day is decided on it, so that the order of entry does not matter. Null where nothing of that kind happened.
 */
export function beforeTheEndOfTheDay(episode: Episode, on: string): Episode | null {
  const version = episodeOn(episode, on);
  const facts = version.facts.filter((fact) => fact.fact.on !== on || !takesAway(version.plan, fact));
  if (facts.length === version.facts.length) return null;
  return { ...version, facts, ...nothingTold(version.course), previous: null };
}

function takesAway(plan: Plan, { fact }: StandingFact): boolean {
  if (fact.type === 'LeaveStarted' || fact.type === 'Discharged') return true;
  if (fact.type !== 'PhaseAdvanced') return false;
  return plan.phases.some((phase) => phase.id === fact.to && phase.final !== null);
}
