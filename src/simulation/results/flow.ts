import { ENDS } from '../ends.ts';
import type { Tally } from './tally.ts';

/** How many went from a phase to another, or to an end. */
export type Flow = { readonly from: string; readonly to: string; readonly count: number };

/** The ways that somebody went, in the order of the phases and ends. */
export function flowsOf(tally: Tally): Flow[] {
  const names = [...tally.shape.phases, ...ENDS];
  return names.flatMap((from, f) =>
    names.flatMap((to, t) => {
      const count = tally.flows[f * names.length + t]!;
      return count === 0 ? [] : [{ from, to, count }];
    }),
  );
}
