import { type DueItem, dueItems } from './due-items.ts';
import type { Stand } from './preview.ts';

/**
 * The work that the end of an episode closed: what was still to be done before and is no more. Undefined where the episode did
 * not end between the two. Pure; nothing is kept, so that the work is there again where the end is voided.
 */
export function closedItems(
  before: Pick<Stand, 'episode' | 'fold'>,
  after: Pick<Stand, 'episode' | 'fold'>,
): readonly DueItem[] | undefined {
  const ended = ({ fold }: Pick<Stand, 'fold'>) => fold.snapshot.context.ended !== null;
  if (ended(before) || !ended(after)) return undefined;
  const left = new Set(dueItems(after.episode, after.fold).map(({ item }) => item));
  return dueItems(before.episode, before.fold).filter(({ item, work }) => work && !left.has(item));
}
