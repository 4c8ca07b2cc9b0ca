import type { Plan } from '../../program/plan.ts';
import type { CompiledBehaviour } from '../compile-behaviour.ts';
import type { EventTable } from '../event-table.ts';

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
};

/** A day that never comes. */
export const NEVER = 0x3fffffff;

/** Whether a counter may be unknown. */
export function mayBeUnknown(plan: Plan, counter: number): boolean {
  const kind = plan.counters[counter]?.kind;
  return kind === 'date' || kind === 'score';
}
