import { ENDS } from '../ends.ts';
import { cumulativeIncidence, type IncidenceStep } from '../statistics/cumulative-incidence.ts';
import type { Estimate } from '../statistics/estimate.ts';
import { kaplanMeier, type SurvivalStep } from '../statistics/kaplan-meier.ts';
import type { LifeTable } from '../statistics/life-table.ts';
import { medianSurvival } from '../statistics/median-survival.ts';
import { wilsonInterval } from '../statistics/proportion-interval.ts';
import { restrictedMean } from '../statistics/restricted-mean.ts';
import type { Tally } from './tally.ts';

/** How one reason of ending fared against the others. */
export type EndResult = {
  readonly end: string;
  readonly count: number;
  /** Share of all patients, with Wilson's interval. */
  readonly share: Estimate;
  /** Median days of those who ended so; null where nobody did. */
  readonly medianDays: Estimate | null;
  /** Mean days of those; null where nobody did. */
  readonly averageDays: number | null;
  /** Cumulative incidence while the other reasons compete (Aalen-Johansen). */
  readonly incidence: readonly IncidenceStep[];
};

/** Who is still in treatment over time, and how treatment ends. */
export type Retention = {
  readonly curve: readonly SurvivalStep[];
  readonly meanDays: Estimate & { readonly standardError: number };
  readonly medianDays: { readonly [K in keyof Estimate]: number | null };
  readonly ends: readonly EndResult[];
};

/** Computes retention and competing ends. One who is in treatment at the horizon is lost from sight on it. */
export function retentionOf(tally: Tally): Retention {
  const [ended, inTreatment] = [tally.ends.slice(0, -1), tally.ends.at(-1)!];
  const table: LifeTable = { events: ended.map(({ counts }) => counts), censored: inTreatment.counts };
  const curve = kaplanMeier(table);
  const incidence = cumulativeIncidence(table);
  return {
    curve,
    meanDays: restrictedMean(curve, tally.shape.horizonDays),
    medianDays: medianSurvival(curve),
    ends: ENDS.map((end, index) => {
      const count = tally.ends[index]!.total;
      return {
        end,
        count,
        share: wilsonInterval(count, tally.patients),
        medianDays: count === 0 ? null : tally.ends[index]!.median(),
        averageDays: count === 0 ? null : tally.ends[index]!.sum / count,
        incidence: incidence[index] ?? [],
      };
    }),
  };
}
