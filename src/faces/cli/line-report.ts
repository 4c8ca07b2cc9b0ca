import type { Outcome } from '../../engine/outcome.ts';
import type { Refusal } from '../../engine/refusal.ts';

/**
 * What became of one line of a file of commands. `accepted`: recorded, or it would be; `refused`: the curriculum or the record
 * does not allow it; `invalid`: it is no command; `failed`: the store could not take it; `not-tried`: nothing was done with
 * it, because of other lines.
 */
export type LineReport = {
  readonly line: number;
  readonly result: 'accepted' | 'refused' | 'invalid' | 'failed' | 'not-tried';
  readonly column?: number;
  readonly type?: string;
  readonly episode?: string;
  readonly version?: number;
  /** True where the line's key was used before and nothing was written. */
  readonly repeated?: boolean;
  readonly code?: string;
  readonly message?: string;
};

/** The report of a line from the engine's answer to it. */
export function reportOutcome(line: number, type: string, outcome: Outcome): LineReport {
  const { episode } = outcome;
  if (!outcome.accepted) return { line, result: 'refused', type, episode, ...refusalOf(outcome.refusal) };
  const { version, repeated } = outcome;
  return { line, result: 'accepted', type, episode, version, ...(repeated ? { repeated } : {}) };
}

function refusalOf({ code, message }: Refusal): { readonly code: string; readonly message: string } {
  return { code, message };
}
