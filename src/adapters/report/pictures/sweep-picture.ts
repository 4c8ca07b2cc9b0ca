import { isShare } from '../../../simulation/results/is-share.ts';
import type { Estimate } from '../../../simulation/statistics/estimate.ts';
import { PALETTE } from '../draw-chart.ts';
import { figureWords } from '../figure-words.ts';
import type { Picture } from '../picture.ts';
import { amount, percent, withInterval } from '../shown.ts';

/** What a figure came to with a parameter at a value. */
export type SweepPoint = { readonly at: number } & Estimate;

/** As many values of a parameter have room for a mark each on the axis. */
const MARKED = 12;

/** Draws how a figure answers to the values of a parameter, with its interval over replications. */
export function sweepPicture(parameter: string, figure: string, points: readonly SweepPoint[]): Picture {
  const values = points.map(({ at, value, low, high }) => ({
    at,
    value,
    low: low ?? value,
    high: high ?? value,
  }));
  const x = {
    field: 'at',
    type: 'quantitative',
    title: parameter,
    scale: { zero: false, nice: false, padding: 14 },
    axis: { format: '.6~r', ...(points.length <= MARKED ? { values: points.map(({ at }) => at) } : {}) },
  } as const;
  const share = isShare(figure);
  const y = {
    ...({ type: 'quantitative', title: figureWords(figure), scale: { zero: false } } as const),
    axis: { format: share ? '.1~%' : ',.6~r' },
  } as const;
  const [first, last] = [points[0], points.at(-1)];
  const show = (value: number | null) => (share ? percent(value) : amount(value, 4));
  return {
    name: `sweep-${figure.replaceAll(/[^a-z0-9]+/g, '-')}`,
    title: `${figureWords(figure)}, by ${parameter}`,
    caption: `${figureWords(figure)} (${figure}) with ${parameter} at each value; the bars are 95 % intervals over replications on the same random numbers.`,
    alternative:
      first === undefined || last === undefined
        ? 'Nothing was varied.'
        : `${figureWords(figure)}: from ${show(first.value)} at ${amount(first.at, 4)} to ${show(last.value)} at ${amount(last.at, 4)}.`,
    spec: {
      width: 480,
      height: 240,
      data: { values },
      layer: [
        {
          mark: { type: 'line', color: PALETTE[0], strokeWidth: 2 },
          encoding: { x, y: { field: 'value', ...y } },
        },
        {
          mark: { type: 'rule', color: PALETTE[0] },
          encoding: { x, y: { field: 'low', ...y }, y2: { field: 'high' } },
        },
        {
          mark: { type: 'point', filled: true, size: 45, color: PALETTE[0] },
          encoding: { x, y: { field: 'value', ...y } },
        },
      ],
    },
    table: {
      headings: [parameter, figureWords(figure)],
      rows: points.map((point) => [point.at, withInterval(point, show)]),
    },
  };
}
