import type { Criterion, CriterionLeaf } from '../../curriculum/criterion.ts';

/** The path from a criterion down to one of its leaves, given as the very object: `.of.0.of`. Empty where it is not below it. */
export function criterionPath(criterion: Criterion | undefined, leaf: CriterionLeaf): string {
  return criterion === undefined ? '' : (search(criterion, leaf) ?? '');
}

function search(criterion: Criterion, leaf: CriterionLeaf): string | null {
  if (criterion === leaf) return '';
  if (!('of' in criterion)) return null;
  if (!Array.isArray(criterion.of)) {
    const below = search(criterion.of, leaf);
    return below === null ? null : `.of${below}`;
  }
  for (const [i, child] of criterion.of.entries()) {
    const below = search(child, leaf);
    if (below !== null) return `.of.${i}${below}`;
  }
  return null;
}
