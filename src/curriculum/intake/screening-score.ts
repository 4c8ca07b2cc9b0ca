import { scoreItems } from './score-items.ts';
import type { Screening } from './screening.ts';

/**
 * The total of a screening: as it was given, else made of the answers. Pure; null where it has neither.
 *
 * ```ts
 * screeningScore({ instrument: 'gad-7', items: [1, 2, 0, 3, 1, 0, 2] }) //=> 9
 * ```
 */
export function screeningScore(screening: Screening): number | null {
  if (screening.score !== undefined) return screening.score;
  if (!('items' in screening) || screening.items === undefined) return null;
  const added = scoreItems(screening.instrument, screening.items);
  return added.ok ? added.score : null;
}
