import type { Study } from '../scenario/study.ts';
import { type ParameterValues, parameterValue } from '../scenario/with-parameters.ts';
import { figureEstimates } from './figure-estimates.ts';
import type { SweepRow } from './sweep-study.ts';

/** The sets of values of a one-way analysis: the study as it is, then each parameter at its low and its high value. */
export function oneWaySets(study: Study): ParameterValues[] {
  const parameters = Object.entries(study.scenario.parameters ?? {});
  return [{}, ...parameters.flatMap(([name, { low, high }]) => [{ [name]: low }, { [name]: high }])];
}

/** How a figure answers to one parameter. */
export type OneWayBar = {
  readonly parameter: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly atLow: number;
  readonly atHigh: number;
};

/** Reads how a figure answers to each parameter from the rows of `oneWaySets`. Null where the study does not have the figure. */
export function oneWayBars(
  study: Study,
  rows: readonly SweepRow[],
  figure: string,
): { readonly base: number; readonly bars: readonly OneWayBar[] } | null {
  const means = rows.map(({ replications }) => figureEstimates(replications)[figure]?.value);
  if (means.some((mean) => mean === undefined)) return null;
  const bars = Object.entries(study.scenario.parameters ?? {}).map(([parameter, { low, high }], index) => ({
    ...{ parameter, value: parameterValue(study, parameter), low, high },
    ...{ atLow: means[1 + 2 * index]!, atHigh: means[2 + 2 * index]! },
  }));
  return { base: means[0]!, bars };
}
