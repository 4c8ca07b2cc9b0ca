import type { DueKind } from '../../engine/due-row.ts';

/** What of a piece of work says how it is settled. */
type Work = { readonly kind: DueKind; readonly item: string };

/** The form that settles a piece of work, by its path below a patient, and the word for the link; null where no single form does. Pure. */
export function settledBy({ kind, item }: Work): { readonly to: string; readonly words: string } | null {
  if (kind === 'drug-test') return { to: 'drug-test', words: 'record' };
  if (kind === 'leave-return') return { to: 'return-from-leave', words: 'end the leave' };
  if (kind === 'stay-maximum') return { to: 'extend-stay', words: 'extend' };
  if (kind === 'authorization')
    return item === 'continued-stay-review'
      ? { to: 'review-stay', words: 'review' }
      : { to: 'authorize', words: 'record' };
  if (kind !== 'task') return null;
  if (item.startsWith('discharge/')) return { to: 'discharge', words: 'decide' };
  return { to: `task?task=${encodeURIComponent(item.replace(/^task\//, ''))}`, words: 'done' };
}
