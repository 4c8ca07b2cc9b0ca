import type { Fold } from '../../src/program/fold.ts';

/** All that a fold says, as plain JSON, to be compared. */
export function told(fold: Fold): unknown {
  const { snapshot, journal, meetings, settledBefore } = fold;
  return { value: snapshot.value, context: snapshot.context, journal, meetings, settledBefore };
}
