import { normalQuantile } from './statistics/quantiles.ts';

/** Levels of the deviation of a score. */
export const SCORE_LEVELS = 32;

/** Weeks after which a score changes no more. */
const WEEKS = 104;

/** The scores of an instrument by week since admission and level of deviation: `scores[week * SCORE_LEVELS + level]`. */
export function scoreTable(assessment: {
  readonly start: number;
  readonly perWeek: number;
  readonly deviation: number;
  readonly minimum: number;
  readonly maximum: number;
}): { scores: Int32Array; weeks: number } {
  const { start, perWeek, deviation, minimum, maximum } = assessment;
  const scores = new Int32Array(WEEKS * SCORE_LEVELS);
  for (let week = 0; week < WEEKS; week += 1) {
    for (let level = 0; level < SCORE_LEVELS; level += 1) {
      const score = start + perWeek * week + deviation * normalQuantile((2 * level + 1) / SCORE_LEVELS - 1);
      scores[week * SCORE_LEVELS + level] = Math.min(maximum, Math.max(minimum, Math.round(score)));
    }
  }
  return { scores, weeks: WEEKS };
}
