import { PALETTE } from '../draw-chart.ts';
import type { Picture } from '../picture.ts';
import { amount, percent } from '../shown.ts';

/** What one draw or replication of a comparison gave: more completed (as a share) for more cost of a patient. */
export type PlanePoint = { readonly effect: number; readonly cost: number };

/** Draws the cost-effectiveness plane of a scenario against another: each point one replication or draw of parameters. */
export function planePicture(a: string, b: string, currency: string, points: readonly PlanePoint[]): Picture {
  const mean = (of: (point: PlanePoint) => number) =>
    points.reduce((sum, p) => sum + of(p), 0) / points.length;
  const [effect, cost] = [mean((p) => p.effect), mean((p) => p.cost)];
  const share = (of: (point: PlanePoint) => boolean) => points.filter(of).length / points.length;
  const each = effect > 0 ? cost / effect : null;
  const dearer = share((p) => p.effect > 0 && p.cost > 0);
  const better = share((p) => p.effect > 0 && p.cost <= 0);
  const reach = (values: readonly number[]) => {
    const most = Math.max(1e-9, ...values.map(Math.abs)) * 1.15;
    return [-most, most];
  };
  const x = {
    ...({ type: 'quantitative', title: 'More completed treatments, of those admitted' } as const),
    axis: { format: '.1%' },
    scale: { domain: reach(points.map((p) => p.effect)), nice: false },
  };
  const y = {
    ...({ type: 'quantitative', title: `More cost of a patient (${currency})` } as const),
    scale: { domain: reach(points.map((p) => p.cost)), nice: false },
  };
  const [right, top] = [x.scale.domain[1]! * 0.55, y.scale.domain[1]! * 0.93];
  const corners = [
    { effect: right, cost: top, words: 'more complete, dearer' },
    { effect: right, cost: -top, words: 'more complete, cheaper' },
    { effect: -right, cost: top, words: 'fewer complete, dearer' },
    { effect: -right, cost: -top, words: 'fewer complete, cheaper' },
  ];
  return {
    name: 'cost-effectiveness',
    title: `${b} against ${a}: cost and effect`,
    caption: `Each point is one replication or draw: to the right more patients complete, upwards a patient costs more. The cross is the mean.`,
    alternative: `On average ${percent(effect, 2)} more complete, for ${amount(cost)} ${currency} more a patient${each === null ? '' : `, ${amount(each, 0)} ${currency} for each more that completes`}. In ${percent(dearer)} of the points ${b} is better and dearer, in ${percent(better)} better and no dearer.`,
    spec: {
      width: 420,
      height: 380,
      layer: [
        {
          data: { values: [{ zero: 0 }] },
          mark: { type: 'rule', color: '#555' },
          encoding: { x: { field: 'zero', ...x } },
        },
        {
          data: { values: [{ zero: 0 }] },
          mark: { type: 'rule', color: '#555' },
          encoding: { y: { field: 'zero', ...y } },
        },
        {
          data: { values: corners },
          mark: { type: 'text', color: '#666', fontSize: 10, baseline: 'middle' },
          encoding: { x: { field: 'effect', ...x }, y: { field: 'cost', ...y }, text: { field: 'words' } },
        },
        {
          data: { values: [...points] },
          mark: { type: 'point', filled: true, opacity: 0.5, size: 30, color: PALETTE[0] },
          encoding: { x: { field: 'effect', ...x }, y: { field: 'cost', ...y } },
        },
        {
          data: { values: [{ effect, cost }] },
          mark: { type: 'point', shape: 'cross', size: 160, filled: true, color: PALETTE[5] },
          encoding: { x: { field: 'effect', ...x }, y: { field: 'cost', ...y } },
        },
      ],
    },
    table: {
      headings: [
        'Mean effect',
        'Mean cost',
        'Cost for each more completed',
        'Better and dearer',
        'Better and no dearer',
        'Points',
      ],
      rows: [
        [percent(effect, 2), amount(cost), amount(each, 0), percent(dearer), percent(better), points.length],
      ],
    },
  };
}
