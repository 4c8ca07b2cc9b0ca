import { SCREENING_ITEMS } from './screening-items.ts';

/** The total of some answers, or why there is none. */
export type ItemScore =
  | { readonly ok: true; readonly score: number }
  | { readonly ok: false; readonly problem: string };

/**
 * Adds up the points of an instrument's items, in their order. Pure. There is no total where an answer is missing or out of the
 * item's range, and none for an instrument whose terms do not allow it.
 *
 * ```ts
 * scoreItems('gad-7', [1, 2, 0, 3, 1, 0, 2]) //=> { ok: true, score: 9 }
 * ```
 */
export function scoreItems(instrument: string, answers: readonly number[]): ItemScore {
  const highest = Object.hasOwn(SCREENING_ITEMS, instrument) ? SCREENING_ITEMS[instrument] : undefined;
  if (highest === undefined)
    return no(`the answers of ${instrument} are not added up here; record its total`);
  if (answers.length !== highest.length)
    return no(`${instrument} has ${highest.length} items, and ${answers.length} were answered`);
  for (const [index, points] of answers.entries()) {
    const most = highest[index] ?? 0;
    if (!Number.isInteger(points) || points < 0 || points > most)
      return no(`item ${index + 1} of ${instrument} gives 0 to ${most}; ${points} is no answer to it`);
  }
  return { ok: true, score: answers.reduce((sum, points) => sum + points, 0) };
}

function no(problem: string): ItemScore {
  return { ok: false, problem };
}
