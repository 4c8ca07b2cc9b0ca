import type { Plan } from '../../program/plan.ts';
import type { CompiledBehaviour } from '../compile-behaviour.ts';
import type { EventTable } from '../event-table.ts';
import type { CourseLedger, LedgerRule } from './course-ledger.ts';

/** What the parts of the generator share. */
export type KernelScope = {
  readonly plan: Plan;
  readonly behaviour: CompiledBehaviour;
  readonly table: EventTable;
  /** Indexes of the counters that are kept. */
  readonly kept: ReadonlySet<number>;
  /** Those of them for which the facts of the day are kept apart, because a phase that begins today begins with them. */
  readonly today: ReadonlySet<number>;
  /** Words of 32 sessions that each set has. */
  readonly words: ReadonlyMap<number, number>;
  /** Whether the hash of a patient goes over all counters, too. */
  readonly hashCounters: boolean;
  /** True where something asks for days attended. */
  readonly attendedClock: boolean;
  /** Where the plan is a stage of a pathway. */
  readonly stage?: KernelStage;
};

/** The place of a plan in a pathway, as its kernel sees it. */
export type KernelStage = {
  readonly index: number;
  /** Phases of the stages before it, and of all stages. */
  readonly phasesBefore: number;
  readonly phases: number;
  readonly ledger: CourseLedger;
  readonly rules: readonly LedgerRule[];
  /** By code of an event of this stage: its code among those of all stages. */
  readonly codes: readonly number[];
};

/** A day that never comes. */
export const NEVER = 0x3fffffff;

/** Whether a counter may be unknown. */
export function mayBeUnknown(plan: Plan, counter: number): boolean {
  const kind = plan.counters[counter]?.kind;
  return kind === 'date' || kind === 'score';
}

/** Whether the clock of the program may stand still: on leave, or between a discharge and a return. */
export function mayStandStill({ behaviour }: Pick<KernelScope, 'behaviour'>): boolean {
  return behaviour.leaveDays !== null || behaviour.readmission !== null;
}

/** The expression of the days of the program since the admission: those on which its clock did not stand still. */
export function programDays(scope: Pick<KernelScope, 'stage' | 'behaviour'>, day: string): string {
  if (!mayStandStill(scope)) return sinceAdmission(scope, day);
  return `((lo >= 0 ? lo : ${day}) - ${admissionDay(scope)} - lv)`;
}

/** The expression of the days of the program since the present phase was entered. */
export function phaseDays(scope: Pick<KernelScope, 'behaviour'>, day: string): string {
  return mayStandStill(scope) ? `((lo >= 0 ? lo : ${day}) - pe - lp)` : `(${day} - pe)`;
}

/** The expression of the days since the admission, which at a stage of a pathway is that to the stage. */
export function sinceAdmission(scope: Pick<KernelScope, 'stage'>, day: string): string {
  return scope.stage ? `(${day} - a0)` : day;
}

/** The expression of the day of the admission. */
export function admissionDay(scope: Pick<KernelScope, 'stage'>): string {
  return scope.stage ? 'a0' : '0';
}
