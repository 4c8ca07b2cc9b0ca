/** The smallest count that is told of patients to those who may know none: 11, as in the cell size policy of CMS. */
export const SMALLEST_TOLD = 11;

/**
 * Which counts of one total are told to those who may know no count from 1 to 10, even where they know the total. What is left untold is at
 * least two counts that together are 11 or more, so that none of them follows from the others: beside the small ones the next larger ones are
 * untold, too, until that is so, or until none is told. Pure.
 *
 * ```ts
 * toldCounts([40, 12, 4]) //=> [true, false, false]
 * ```
 */
export function toldCounts(counts: readonly number[]): boolean[] {
  const told = counts.map((count) => count === 0 || count >= SMALLEST_TOLD);
  const rising = counts
    .map((count, at) => ({ count, at }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => a.count - b.count);
  let left = rising.filter(({ count }) => count < SMALLEST_TOLD).length;
  if (left === 0) return told;
  const sum = () => rising.slice(0, left).reduce((all, { count }) => all + count, 0);
  while (left < rising.length && (left < 2 || sum() < SMALLEST_TOLD)) left += 1;
  for (const { at } of rising.slice(0, left)) told[at] = false;
  return told;
}
