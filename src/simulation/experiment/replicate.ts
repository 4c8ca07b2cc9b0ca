import type { Figures } from '../results/figures.ts';
import { meanInterval } from '../statistics/mean-interval.ts';
import { valuesOf } from './figure-estimates.ts';
import type { PreparedStudy } from './prepared-study.ts';
import { type CohortRun, runCohortFigures } from './run-cohort-figures.ts';

/** Repeats a cohort with other patients, and gives the figures of each replication. */
export function replicate(
  study: PreparedStudy,
  run: CohortRun,
  replications: number,
  onDone: (done: number) => void = () => {},
): Figures[] {
  return Array.from({ length: replications }, (_, replication) => {
    const figures = runCohortFigures(study, { ...run, replication });
    onDone(replication + 1);
    return figures;
  });
}

/** How precise a figure has to be: half the width of its interval, after at least and at most so many replications. */
export type Precision = {
  readonly figure: string;
  readonly halfWidth: number;
  readonly atLeast?: number;
  readonly atMost: number;
};

/**
 * Repeats a cohort until a figure is known as precisely as asked for. `reached` is false where the most replications did not
 * suffice. Throws a `RangeError` for a figure that the cohort does not have.
 */
export function replicateUntil(
  study: PreparedStudy,
  run: CohortRun,
  { figure, halfWidth, atLeast = 5, atMost }: Precision,
): { readonly replications: readonly Figures[]; readonly reached: boolean } {
  const replications: Figures[] = [];
  while (replications.length < atMost) {
    replications.push(runCohortFigures(study, { ...run, replication: replications.length }));
    const values = valuesOf(replications, figure);
    if (values === null) throw new RangeError(`this cohort has no figure ${figure}`);
    if (values.length < Math.max(2, atLeast)) continue;
    const { value, high } = meanInterval(values);
    if (high! - value <= halfWidth) return { replications, reached: true };
  }
  return { replications, reached: false };
}
