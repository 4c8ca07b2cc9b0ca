import { figureInterval } from '../results/figure-interval.ts';
import type { Figures } from '../results/figures.ts';
import type { Estimate } from '../statistics/estimate.ts';
import { pairedDifference } from '../statistics/paired-difference.ts';
import { valuesOf } from './figure-estimates.ts';

/** A figure of two scenarios, and their difference over pairs of replications on the same random numbers. */
export type ComparedFigure = {
  readonly figure: string;
  readonly a: Estimate;
  readonly b: Estimate;
  readonly difference: Estimate & { readonly narrowing: number };
};

/** Compares two scenarios figure by figure. Replications of one place belong together; figures that one lacks are left out. */
export function compareStudies(a: readonly Figures[], b: readonly Figures[]): ComparedFigure[] {
  return Object.keys(a[0] ?? {}).flatMap((figure) => {
    const [first, second] = [valuesOf(a, figure), valuesOf(b, figure)];
    if (first === null || second === null) return [];
    const difference = pairedDifference(first, second);
    return [{ figure, a: figureInterval(figure, first), b: figureInterval(figure, second), difference }];
  });
}
