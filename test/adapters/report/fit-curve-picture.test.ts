import { describe, expect, it } from 'vitest';
import { DARK_COLOURS } from '../../../src/adapters/report/dark-colours.ts';
import { drawChart } from '../../../src/adapters/report/draw-chart.ts';
import { fitCurvePicture } from '../../../src/adapters/report/pictures/fit-curve-picture.ts';
import type { FittedTarget } from '../../../src/simulation/calibration/fit.ts';

const target = (figure: string, published: number, simulated: number): FittedTarget => ({
  ...{ figure, target: published, error: 0.02, simulated, off: (simulated - published) / 0.02 },
  ...{ limit: 2, chosen: false, reach: null, heldOut: false, source: 'assumed' },
});
const CURVE = [
  target('retention.90', 0.3, 0.31),
  target('retention.30', 0.5, 0.55),
  target('retention.180', 0.1, 0.1),
];

describe('the picture of a published curve', () => {
  it('has the published points with how far off they may be, and the model on the same days in order', async () => {
    const picture = fitCurvePicture([target('completed', 0.3, 0.3), ...CURVE])!;
    expect(picture.table.rows[0]).toEqual([30, '50.0 %', '46.0 %', '54.0 %', '55.0 %']);
    expect(picture.alternative).toContain('2 of 3 days');
    const svg = await drawChart(picture.spec);
    for (const [, colour = ''] of svg.matchAll(/(?:fill|stroke)="(#[^"]*)"/g))
      expect(Object.keys(DARK_COLOURS)).toContain(colour);
  });

  it('is not drawn where the targets have no curve', () => {
    expect(fitCurvePicture(CURVE.slice(1))).toBe(null);
    expect(fitCurvePicture([target('completed', 0.3, 0.3)])).toBe(null);
  });
});
