import { stagePlan } from '../program/course.ts';
import type { Explanation } from '../program/explanation.ts';
import type { Fold } from '../program/fold.ts';
import { eligibilityOf } from './eligibility-of.ts';
import { dateOf, type Episode } from './episode.ts';

/**
 * Whether the program to which a patient was admitted admits him by what is known, as of a fold: what is found out, or put
 * right, after the admission counts. Null before an admission, and where the program does not say whom it admits. Pure.
 */
export function admissionEligibility(
  episode: Episode,
  fold: Fold,
): { readonly overridden: boolean; readonly explanation: Explanation } | null {
  const { stages, today } = fold.snapshot.context;
  const first = stages[0];
  const asOf = dateOf(today);
  const eligibility = first && stagePlan(episode.course, first).eligibility;
  if (eligibility === undefined || asOf === null) return null;
  const admitted = episode.facts.find(({ version }) => version === first?.fact)?.fact;
  const overridden = admitted?.type === 'Admitted' && admitted.overrideEligibility === true;
  return { overridden, explanation: eligibilityOf(eligibility, episode.facts, asOf) };
}
