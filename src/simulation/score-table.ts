import { normalQuantile } from './statistics/quantiles.ts';

/** Levels of the deviation of a score. */
export const SCORE_LEVELS = 32;

/** Weeks after which a score changes no more. */
const WEEKS = 104;

/**
 * The scores of an instrument by use at present, week since admission and level of deviation:
 * `scores[(using * weeks + week) * SCORE_LEVELS + level]`. Where use adds nothing there is one part for both, and `byUse` is false.
 */
export function scoreTable(assessment: {
  readonly start: number;
  readonly perWeek: number;
  readonly deviation: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly whileUsing?: number | undefined;
}): { scores: Int32Array; weeks: number; byUse: boolean } {
  const { start, perWeek, deviation, minimum, maximum, whileUsing = 0 } = assessment;
  const parts = whileUsing === 0 ? [0] : [0, whileUsing];
  const scores = parts.flatMap((added) =>
    Array.from({ length: WEEKS * SCORE_LEVELS }, (_, place) => {
      const [week, level] = [Math.floor(place / SCORE_LEVELS), place % SCORE_LEVELS];
      const score =
        start + added + perWeek * week + deviation * normalQuantile((2 * level + 1) / SCORE_LEVELS - 1);
      return Math.min(maximum, Math.max(minimum, Math.round(score)));
    }),
  );
  return { scores: Int32Array.from(scores), weeks: WEEKS, byUse: parts.length > 1 };
}
