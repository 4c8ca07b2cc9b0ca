import { bearingSignals } from './bearing-signals.ts';
import type { MachineEvent } from './machine-event.ts';
import type { Plan } from './plan.ts';
import { signalsOf } from './signals-of.ts';

/** Whether an event sends a signal to a counter that a criterion reads: then it is news for it, even where its truth stays. */
export function bearsOn(plan: Plan, event: MachineEvent, criterion: number): boolean {
  const signals = bearingSignals(plan, criterion);
  return signalsOf(plan, event).signals.some((signal) => signals.has(signal));
}
