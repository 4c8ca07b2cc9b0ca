import { didYouMean } from '../../curriculum/did-you-mean.ts';
import { valuesOf } from '../../simulation/experiment/figure-estimates.ts';
import type { Precision } from '../../simulation/experiment/replicate.ts';
import type { Figures } from '../../simulation/results/figures.ts';
import type { Study } from '../../simulation/scenario/study.ts';
import { meanInterval } from '../../simulation/statistics/mean-interval.ts';
import { CliFailure } from './cli-failure.ts';
import { EXIT } from './exit-codes.ts';
import { simulateFigures } from './simulate-figures.ts';

/**
 * Repeats a cohort on several threads until a figure is as precise as asked for: some replications, and then as many more as
 * their spread says are missing, so that their number depends on the scenario and the seed alone. `reached` is false where the most did not suffice.
 */
export async function repeatUntil(
  study: Study,
  { figure, halfWidth, atLeast = 5, atMost }: Precision,
  run: { readonly seed: number; readonly patients: number; readonly threads?: number | undefined },
): Promise<{ readonly replications: readonly Figures[]; readonly reached: boolean }> {
  const done: Figures[] = [];
  let wanted = Math.min(atMost, Math.max(2, atLeast));
  for (;;) {
    const more = { study, values: {}, first: done.length, replications: wanted - done.length };
    done.push(...(await simulateFigures([more], run))[0]!);
    const values = valuesOf(done, figure);
    if (values === null) {
      const known = Object.keys(done[0] ?? {}).filter((name) => valuesOf(done, name) !== null);
      const hint = didYouMean(figure, known);
      throw new CliFailure(
        EXIT.usage,
        'usage',
        `this cohort has no figure ${figure} in every replication${hint}`,
      );
    }
    const { value, high } = meanInterval(values);
    const half = high! - value;
    if (half <= halfWidth) return { replications: done, reached: true };
    if (done.length >= atMost) return { replications: done, reached: false };
    const missing = Math.ceil(done.length * (half / halfWidth) ** 2);
    wanted = Math.min(atMost, 4 * done.length, Math.max(done.length + 1, missing));
  }
}
