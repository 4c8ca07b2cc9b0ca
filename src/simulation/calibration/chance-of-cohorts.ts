import type { Target } from './targets.ts';
import type { Point, TrialStudy } from './trial-study.ts';

/**
 * By target, how far one simulated cohort is from another by chance: the variance of the miss, in squared errors of the target, pooled
 * over points that were simulated with several cohorts. A target that some cohort does not have at a point is left out there.
 */
export function chanceOfCohorts(
  trial: TrialStudy,
  points: readonly Point[],
  cohorts: readonly number[],
  targets: readonly Target[],
): number[] {
  const rows = points.map((point) => cohorts.map((cohort) => trial.missesAt(point, targets, cohort)));
  return targets.map((target, t) => {
    const variances = rows.flatMap((row, p) => {
      if (cohorts.some((cohort) => trial.isMissing(points[p]!, target, cohort))) return [];
      const misses = row.map((of) => of[t]!);
      const mean = misses.reduce((sum, miss) => sum + miss, 0) / misses.length;
      return [misses.reduce((sum, miss) => sum + (miss - mean) ** 2, 0) / (misses.length - 1)];
    });
    return variances.length === 0 ? 0 : variances.reduce((sum, one) => sum + one, 0) / variances.length;
  });
}
