import { distance } from 'fastest-levenshtein';

/**
 * A half sentence that suggests what a writer meant; empty when nothing comes close.
 *
 * Pure. `didYouMean('weeekdays', ['weekdays', 'weeks']) //=> ': did you mean weekdays?'`
 */
export function didYouMean(word: string, candidates: Iterable<string>): string {
  const typed = normal(word);
  let best: string | undefined;
  let nearest = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const away = distance(typed, normal(candidate));
    if (away < nearest) {
      nearest = away;
      best = candidate;
    }
  }
  // Two letters in five may differ, which lets two swapped letters through; more is a different word.
  return best !== undefined && nearest <= Math.floor(typed.length * 0.4) ? `: did you mean ${best}?` : '';
}

/** Case, spaces and hyphens are no difference: `levelofcare` means `levelOfCare`. */
function normal(word: string): string {
  return word
    .slice(0, 100)
    .toLowerCase()
    .replaceAll(/[\s_-]/g, '');
}
