import { type DueItem, dueItems } from './due-items.ts';
import type { Stand } from './preview.ts';

/**
 * The work that the end of an episode, or a move to another level of care, closed: what was still to be done before and is no
 * more. Undefined where neither happened between the two. Pure; nothing is kept, so that the work is there again where the end is voided.
 */
export function closedItems(
  before: Pick<Stand, 'episode' | 'fold'>,
  after: Pick<Stand, 'episode' | 'fold'>,
): readonly DueItem[] | undefined {
  const ended = ({ fold }: Pick<Stand, 'fold'>) => fold.snapshot.context.ended !== null;
  const stages = ({ fold }: Pick<Stand, 'fold'>) => fold.snapshot.context.stages.length;
  const moved = stages(before) > 0 && stages(after) > stages(before);
  if (ended(before) || (!ended(after) && !moved)) return undefined;
  const left = new Set(dueItems(after.episode, after.fold).map(({ item }) => item));
  return dueItems(before.episode, before.fold).filter(({ item, work }) => work && !left.has(item));
}
