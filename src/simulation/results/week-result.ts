import type { WeekCounts } from '../patient-columns.ts';

/** A week since admission: where patients were at its beginning, who came, and what tests showed. */
export type WeekResult = {
  /** From 1, as counselors count. */
  readonly week: number;
  readonly states: Readonly<Record<string, number>>;
  readonly offered: number;
  readonly attended: number;
  readonly negative: number;
  readonly positive: number;
  readonly missedTests: number;
};

/** Spreads the counts of weeks into rows. */
export function weekResults(counts: WeekCounts): WeekResult[] {
  const { states, occupancy } = counts;
  return Array.from({ length: counts.weeks }, (_, w) => ({
    week: w + 1,
    states: Object.fromEntries(states.map((state, s) => [state, occupancy[w * states.length + s]!])),
    offered: counts.offered[w]!,
    attended: counts.attended[w]!,
    negative: counts.negative[w]!,
    positive: counts.positive[w]!,
    missedTests: counts.missedTests[w]!,
  }));
}
