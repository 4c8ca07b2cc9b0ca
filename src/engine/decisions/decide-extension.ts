import type { ReadyOf } from '../command.ts';
import { stayLimit } from '../stay-limit.ts';
import { accept, type Decide, eventOf, refuse } from './decision.ts';

/** Decides on a stay that goes on beyond its maximum, in the phase or at the level of care. It needs a reason and a day. */
export const decideExtension: Decide = (command, { episode, fold }) => {
  const { until, of } = command as ReadyOf<'ExtendStay'>;
  const context = fold.snapshot.context;
  const named = of ?? (stayLimit(episode.plan, context, 'stage') === null ? 'phase' : 'stage');
  const limit = stayLimit(episode.plan, context, named);
  if (limit === null)
    return refuse(
      'no-maximum',
      `the stay in this ${named === 'stage' ? 'stage' : 'phase'} has no maximum; there is nothing to extend`,
    );
  if (command.reason === undefined) return refuse('reason-needed', 'say why the stay is extended');
  if (until <= limit.on)
    return refuse(
      'dates-contradict',
      `the stay may last until ${limit.on} already; extend it to a later day`,
    );
  return accept(eventOf('StayExtended', command, { of: named, until }));
};
