import type { FittedTarget } from '../../../simulation/calibration/fit.ts';
import { PALETTE } from '../draw-chart.ts';
import type { Picture } from '../picture.ts';
import { amount } from '../shown.ts';

/** Draws how many errors each figure of a fit is off, those that were held out apart. */
export function fitPicture(figures: readonly FittedTarget[]): Picture {
  const values = figures.flatMap(({ figure, off, heldOut }) =>
    off === null ? [] : [{ figure, off, kind: heldOut ? 'held out' : 'fitted' }],
  );
  const kinds = ['fitted', 'held out'].filter((kind) => values.some((value) => value.kind === kind));
  const furthest = Math.max(3, ...values.map(({ off }) => Math.abs(off))) * 1.1;
  const x = {
    ...({ type: 'quantitative', title: 'Errors off' } as const),
    axis: { tickMinStep: 1, format: 'd' },
    scale: { domain: [-furthest, furthest], nice: false },
  };
  const met = values.filter(({ off }) => Math.abs(off) <= 2).length;
  return {
    name: 'fit',
    title: 'How far the model is off',
    caption:
      'How many errors the simulated figure lies above (right) or below (left) the published one. Within the grey band a figure is met.',
    alternative: `${met} of ${figures.length} figures are met within two errors.`,
    spec: {
      width: 420,
      height: Math.max(80, 26 * figures.length),
      layer: [
        {
          data: { values: [{ from: -2, to: 2 }] },
          mark: { type: 'rect', color: '#e8e8e8' },
          encoding: { x: { field: 'from', ...x }, x2: { field: 'to' } },
        },
        {
          data: { values },
          mark: { type: 'point', filled: true, size: 90, opacity: 1 },
          encoding: {
            x: { field: 'off', ...x },
            y: {
              ...{ field: 'figure', type: 'nominal', title: null },
              sort: figures.map(({ figure }) => figure),
              axis: { labelLimit: 480, grid: true },
            },
            color: {
              ...{ field: 'kind', type: 'nominal' },
              scale: {
                domain: kinds,
                range: kinds.map((kind) => (kind === 'fitted' ? PALETTE[0] : PALETTE[5])),
              },
              legend: { title: null, orient: 'bottom' },
            },
          },
        },
      ],
    },
    table: {
      headings: ['Figure', 'Published', 'Error', 'Simulated', 'Errors off', 'In reach', 'Fitted', 'Source'],
      rows: figures.map((one) => [
        ...[one.figure, one.target, Number(one.error.toPrecision(3))],
        ...[amount(one.simulated, 4), one.off === null ? null : amount(one.off, 2)],
        one.reach === null ? null : `${amount(one.reach[0], 3)} to ${amount(one.reach[1], 3)}`,
        ...[one.heldOut ? 'held out' : 'yes', one.source],
      ]),
    },
  };
}
