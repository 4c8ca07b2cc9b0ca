import { figureInterval } from '../results/figure-interval.ts';
import type { Figures } from '../results/figures.ts';
import type { Estimate } from '../statistics/estimate.ts';

/** Figures with their intervals over replications, by name. */
export type FigureEstimates = Readonly<Record<string, Estimate>>;

/** The mean of each figure over replications with Student's interval. Figures that some replication does not have are left out. */
export function figureEstimates(replications: readonly Figures[], confidence = 0.95): FigureEstimates {
  const names = Object.keys(replications[0] ?? {});
  return Object.fromEntries(
    names.flatMap((name) => {
      const values = valuesOf(replications, name);
      return values === null ? [] : [[name, figureInterval(name, values, confidence)]];
    }),
  );
}

/** A figure of each replication; null where one of them does not have it. */
export function valuesOf(replications: readonly Figures[], name: string): number[] | null {
  const values = replications.map((figures) => figures[name] ?? null);
  return values.includes(null) ? null : (values as number[]);
}
