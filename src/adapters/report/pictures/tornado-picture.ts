import { isShare } from '../../../simulation/results/is-share.ts';
import { PALETTE } from '../draw-chart.ts';
import { figureWords } from '../figure-words.ts';
import type { Picture } from '../picture.ts';
import { amount, percent } from '../shown.ts';

/** How a figure answers when one parameter is set low and high, and all others stay. */
export type TornadoBar = {
  readonly parameter: string;
  readonly low: number;
  readonly high: number;
  readonly atLow: number;
  readonly atHigh: number;
};

/** Draws how much each parameter moves a figure, the one that moves it most on top. */
export function tornadoPicture(figure: string, base: number, bars: readonly TornadoBar[]): Picture {
  const sorted = [...bars].sort((a, b) => span(b) - span(a));
  const label = ({ parameter, low, high }: TornadoBar) =>
    `${parameter} (${amount(low, 4)} to ${amount(high, 4)})`;
  const values = sorted.flatMap((bar) => [
    { parameter: label(bar), side: 'low value', from: base, to: bar.atLow },
    { parameter: label(bar), side: 'high value', from: base, to: bar.atHigh },
  ]);
  const y = {
    ...({ field: 'parameter', type: 'nominal', title: null } as const),
    sort: sorted.map(label),
    axis: { labelLimit: 320 },
  };
  const x = {
    ...({ type: 'quantitative', title: figureWords(figure) } as const),
    scale: { zero: false, nice: false, padding: 18 },
    axis: { format: isShare(figure) ? '.1~%' : ',.6~r' },
  };
  const first = sorted[0];
  const words = figureWords(figure);
  const show = (value: number) => (isShare(figure) ? percent(value) : amount(value, 4));
  return {
    name: `tornado-${figure.replaceAll(/[^a-z0-9]+/g, '-')}`,
    title: `What moves it: ${words}`,
    caption: `Each bar spans the figure (${figure}) while one parameter goes from its low to its high value and all others stay. The line is the scenario as it is: ${show(base)}.`,
    alternative:
      first === undefined
        ? 'No parameter was varied.'
        : `${words}: the parameter ${first.parameter} moves it most, from ${show(first.atLow)} at ${amount(first.low, 4)} to ${show(first.atHigh)} at ${amount(first.high, 4)}.`,
    spec: {
      width: 420,
      height: Math.max(80, 30 * sorted.length),
      layer: [
        {
          data: { values },
          mark: { type: 'bar', height: { band: 0.7 } },
          encoding: {
            y,
            x: { field: 'from', ...x },
            x2: { field: 'to' },
            color: {
              ...{ field: 'side', type: 'nominal' },
              scale: { domain: ['low value', 'high value'], range: [PALETTE[1], PALETTE[0]] },
              legend: { title: 'Parameter at its', orient: 'bottom' },
            },
          },
        },
        {
          data: { values: [{ base }] },
          mark: { type: 'rule', strokeWidth: 1.5 },
          encoding: { x: { field: 'base', ...x } },
        },
      ],
    },
    table: {
      headings: ['Parameter', 'Low', 'High', 'Figure at low', 'Figure at high', 'Span'],
      rows: sorted.map((bar) => [
        ...[bar.parameter, bar.low, bar.high, show(bar.atLow), show(bar.atHigh), show(span(bar))],
      ]),
    },
  };
}

function span({ atLow, atHigh }: TornadoBar): number {
  return Math.abs(atHigh - atLow);
}
