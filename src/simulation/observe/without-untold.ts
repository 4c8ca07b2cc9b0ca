import type { End } from '../ends.ts';
import type { Figures } from '../results/figures.ts';

/** Figures of real patients without those of ends that too few had to be told: a zero there would be a lie. */
export function withoutUntold(figures: Figures, untold: readonly End[]): Figures {
  const hidden = new Set<string>(
    untold.flatMap((end) => [`end.${end}`, `discharged.${end}`, `stay.${end}.median`, `stay.${end}.mean`]),
  );
  return Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [name, hidden.has(name) ? null : value]),
  );
}
