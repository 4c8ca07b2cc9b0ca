import type { DischargeReason } from '../curriculum/discharge-reason.ts';

/** A guard or an action of the machine's configuration: its name and its parameters. */
export type Named = { type: string; params?: Record<string, unknown> };

/** A transition of the machine's configuration. */
export type Transition = { target?: string; guard?: Named; actions?: Named[]; reenter?: boolean };

/** A state of the machine's configuration as plain JSON: names and parameters, no functions. */
export type StateConfig = {
  id?: string;
  type?: 'parallel' | 'history';
  history?: 'shallow';
  initial?: { target: string; actions?: Named[] };
  states?: Record<string, StateConfig>;
  on?: Record<string, Transition[]>;
  description?: string;
};

/** Takes the event into the counters, dates, leaves and tasks. */
export const RECORD: Named = { type: 'record' };

/** Hears of an event that does not apply: its day begins, and nothing is counted. */
export const HEAR: Named = { type: 'hear' };

/** Transitions that record these kinds of event and change no state. */
export function recorded(types: readonly string[]): Record<string, Transition[]> {
  return Object.fromEntries(types.map((type) => [type, [{ actions: [RECORD] }]]));
}

/** Notes something that a person should look at again. */
export function flag(code: string, message: string): Named {
  return { type: 'flag', params: { code, message } };
}

/** Ends the episode with a reason. */
export function ended(reason: DischargeReason, graduated: boolean): Named {
  return { type: 'end', params: { reason, graduated } };
}
