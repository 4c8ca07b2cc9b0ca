import type { FittedTarget } from '../../../simulation/calibration/fit.ts';
import { PALETTE } from '../draw-chart.ts';
import type { Picture } from '../picture.ts';
import { percent } from '../shown.ts';

/** Fewer points than this are no curve. */
const ENOUGH = 3;

/** Draws the published curve of retention of a fit, each point with how far off it may be, and the fitted model through it; null where the targets have no curve. */
export function fitCurvePicture(figures: readonly FittedTarget[]): Picture | null {
  const points = figures.flatMap((one) => {
    const day = Number(/^retention\.(\d+)$/.exec(one.figure)?.[1]);
    if (Number.isNaN(day) || one.simulated === null) return [];
    const { target, simulated } = one;
    const far = one.limit * one.error;
    const [low, high] = [Math.max(0, target - far), Math.min(1, target + far)];
    return [{ day, published: target, low, high, simulated }];
  });
  if (points.length < ENOUGH) return null;
  points.sort((a, b) => a.day - b.day);
  const met = points.filter(({ simulated, low, high }) => low <= simulated && simulated <= high).length;
  const x = { field: 'day', type: 'quantitative', title: 'Days since admission' } as const;
  const y = { type: 'quantitative', title: 'Still in treatment', axis: { format: '.0%' } } as const;
  const color = (name: string) => ({
    datum: name,
    type: 'nominal' as const,
    scale: { domain: [POINTS, MODEL], range: [PALETTE[5], PALETTE[0]] },
    legend: { title: null, orient: 'bottom' as const },
  });
  return {
    name: 'fit-retention',
    title: 'The published curve and the fitted model',
    caption:
      'Share of admitted patients who are still in treatment: points are published, each with how far off the model may be and still count as right; the line joins what the fitted model comes to on the same days.',
    alternative: `The model comes to the published share on ${met} of ${points.length} days.`,
    spec: {
      width: 560,
      height: 280,
      data: { values: points },
      layer: [
        {
          mark: { type: 'line', strokeWidth: 2 },
          encoding: { x, y: { field: 'simulated', ...y }, color: color(MODEL) },
        },
        {
          mark: { type: 'rule', strokeWidth: 1.5 },
          encoding: { x, y: { field: 'low', ...y }, y2: { field: 'high' }, color: color(POINTS) },
        },
        {
          mark: { type: 'point', filled: true, size: 60, opacity: 1 },
          encoding: { x, y: { field: 'published', ...y }, color: color(POINTS) },
        },
      ],
    },
    table: {
      headings: ['Day', 'Published', 'From', 'To', 'Fitted model'],
      rows: points.map(({ day, published, low, high, simulated }) => [
        ...[day, percent(published), percent(low), percent(high), percent(simulated)],
      ]),
    },
  };
}

const POINTS = 'published';
const MODEL = 'fitted model';
