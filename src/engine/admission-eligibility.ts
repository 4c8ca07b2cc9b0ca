import { stagePlan } from '../program/course.ts';
import type { Explanation } from '../program/explanation.ts';
import type { Fold } from '../program/fold.ts';
import { eligibilityOf } from './eligibility-of.ts';
import { dateOf, type Episode } from './episode.ts';

/**
 * Whether the program that a patient is in, of a pathway that of the present stage, admits him by what is known, as of a fold: what is
 * found out, or put right, after the admission counts. Null before an admission, and where the program does not say whom it
 * admits. Pure.
 */
export function admissionEligibility(
  episode: Episode,
  fold: Fold,
): { readonly overridden: boolean; readonly explanation: Explanation } | null {
  const { stages, today } = fold.snapshot.context;
  const last = stages.at(-1);
  const asOf = dateOf(today);
  const admittedOn = dateOf(last?.from) ?? asOf;
  const eligibility = last && stagePlan(episode.course, last).eligibility;
  if (eligibility === undefined || asOf === null || admittedOn === null) return null;
  const admitted = episode.facts.find(({ version }) => version === last?.fact)?.fact;
  const overridden =
    admitted !== undefined && 'overrideEligibility' in admitted && admitted.overrideEligibility === true;
  return { overridden, explanation: eligibilityOf(eligibility, episode.facts, { admittedOn, upTo: asOf }) };
}
