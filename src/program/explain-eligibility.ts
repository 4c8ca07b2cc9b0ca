import type { Eligibility } from '../curriculum/eligibility.ts';
import { combineTruths } from './evaluate-criterion.ts';
import { explainEntryCriterion } from './explain-entry-criterion.ts';
import type { Explanation } from './explanation.ts';
import type { KnownBefore } from './known-before.ts';

/**
 * Whether a patient may be admitted to a program, as a tree: each of `include`, and of each of `exclude` that it is not the
 * case. Pure; what nobody asked is unknown.
 */
export function explainEligibility(eligibility: Eligibility, before: KnownBefore): Explanation {
  const of = [
    ...(eligibility.include ?? []).map((criterion) => explainEntryCriterion(criterion, before, true)),
    ...(eligibility.exclude ?? []).map((criterion) => explainEntryCriterion(criterion, before, false)),
  ];
  const truth = combineTruths(
    of.map((child) => child.truth),
    of.length,
  );
  const missing = of.flatMap((child) => (child.missing === null ? [] : [child.missing])).join('; ');
  const holding = of.filter((child) => child.truth === 'satisfied').length;
  return {
    truth,
    type: 'eligibility',
    sentence: `${holding} of ${of.length} hold`,
    missing: truth === 'satisfied' ? null : missing,
    earliest: null,
    of,
  };
}
