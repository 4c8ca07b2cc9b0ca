import type { Estimate } from '../statistics/estimate.ts';
import { independentDifference } from '../statistics/independent-difference.ts';
import type { GroupResult } from './cohort-result.ts';
import type { Figures } from './figures.ts';
import { resultIntervals } from './result-intervals.ts';

/** A figure of two cohorts that have no random numbers in common, and their difference with its interval. */
export type CohortDifference = {
  readonly figure: string;
  readonly a: Estimate;
  readonly b: Estimate;
  readonly difference: Estimate;
};

/** A cohort with its figures: simulated or real. */
export type CohortFigures = { readonly all: GroupResult; readonly figures: Figures };

/** Compares two cohorts figure by figure, such as real patients and simulated ones. Figures that one of them lacks are left out. */
export function compareCohorts(a: CohortFigures, b: CohortFigures): CohortDifference[] {
  const [ofA, ofB] = [resultIntervals(a.all), resultIntervals(b.all)];
  return Object.entries(a.figures).flatMap(([figure, first]) => {
    const second = b.figures[figure] ?? null;
    if (first === null || second === null) return [];
    const one = ofA[figure] ?? { value: first, low: null, high: null };
    const other = ofB[figure] ?? { value: second, low: null, high: null };
    return [{ figure, a: one, b: other, difference: independentDifference(one, other) }];
  });
}
