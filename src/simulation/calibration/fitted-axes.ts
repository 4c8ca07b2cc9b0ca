import type { Study } from '../scenario/study.ts';
import { takesWholeOnly } from '../scenario/takes-whole-only.ts';
import type { Axis } from './axis.ts';
import { TargetProblems } from './target-problems.ts';
import type { Targets } from './targets.ts';

/**
 * The parameters that a fit may move, with their ranges: that which the targets give, else that which the scenario gives for fits, else
 * its low and high. Throws `TargetProblems` where there are none, or a range is empty.
 */
export function fittedAxes({ scenario, ...study }: Study, targets: Targets): Axis[] {
  const declared = scenario.parameters ?? {};
  const wanted = new Map(
    (targets.fit ?? Object.keys(declared)).map((one) =>
      typeof one === 'string' ? [one, undefined] : [one.parameter, one],
    ),
  );
  if (wanted.size === 0)
    throw new TargetProblems([
      {
        message: `the scenario ${scenario.id} declares no parameters that could be fitted: write fit in the targets, as [{ parameter: behaviour.dropOut.probability, low: 0.001, high: 0.3 }]`,
        path: [],
      },
    ]);
  return [...wanted].map(([name, own], index) => {
    const { low, high } = own ?? declared[name]?.fit ?? declared[name]!;
    if (!(low < high)) {
      const message = `the range of ${name} is empty: low ${low} is not below high ${high}`;
      throw new TargetProblems([{ message, path: targets.fit === undefined ? [] : ['fit', index] }]);
    }
    const whole = takesWholeOnly({ scenario, ...study }, name, low, high);
    return { name, low, high, ...(whole ? { whole } : {}) };
  });
}
