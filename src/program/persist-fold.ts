import { createEpisodeMachine, type EpisodeSnapshot } from './create-machine.ts';
import type { Fold } from './fold.ts';
import type { Plan } from './plan.ts';

/** A fold as plain JSON, to be kept as a cache. */
export function persistFold(plan: Plan, fold: Fold): unknown {
  const machine = createEpisodeMachine(plan);
  // The context is plain JSON already; the library would walk through all of it to look for actors.
  const state = machine.getPersistedSnapshot({ ...fold.snapshot, context: {} } as never) as object;
  return { ...fold, snapshot: { ...state, context: fold.snapshot.context } };
}

/** A fold from its JSON, or null where it was made by another plan: then the episode is told anew. */
export function restoreFold(plan: Plan, json: unknown): Fold | null {
  const kept = json as Fold;
  if (kept?.snapshot?.context?.planHash !== plan.hash) return null;
  const machine = createEpisodeMachine(plan);
  const snapshot = machine.restoreSnapshot(kept.snapshot as never, {} as never) as unknown as EpisodeSnapshot;
  return { ...kept, snapshot };
}
