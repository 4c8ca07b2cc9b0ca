import { describe, expect, it } from 'vitest';
import { drawChart } from '../../../src/adapters/report/draw-chart.ts';
import { flowsPicture } from '../../../src/adapters/report/pictures/flows-picture.ts';
import { gatesPicture } from '../../../src/adapters/report/pictures/gates-picture.ts';
import { occupancyPicture } from '../../../src/adapters/report/pictures/occupancy-picture.ts';
import { sweepPicture } from '../../../src/adapters/report/pictures/sweep-picture.ts';
import { groupResult } from '../../../src/simulation/results/cohort-result.ts';
import { Tally } from '../../../src/simulation/results/tally.ts';
import { columnsOf, SHAPE } from '../../simulation/results/hand-made.ts';

const PHASES = ['house/a', 'house/b', 'iop/c', 'iop/d', 'iop/e', 'iop/f', 'iop/g', 'iop/h', 'iop/i'];

/** Forty patients go from a house to an intensive outpatient program; each stops one phase further than the one before. */
function pathway() {
  const tally = new Tally({ ...SHAPE, stages: ['house', 'iop'], phases: PHASES });
  const columns = columnsOf(Array.from({ length: 40 }, () => ({ end: 'dropped-out', endDay: 90 })));
  tally.add({
    ...columns,
    phaseEntered: PHASES.map((_, p) => Int32Array.from({ length: 40 }, (_, i) => (p <= i % 9 ? p * 7 : -1))),
    daysAtStage: [columns.endDay, columns.endDay],
  });
  return groupResult(tally);
}

describe('pictures of a pathway', () => {
  it('draw the flows between levels of care, and have those between phases in the table', async () => {
    const picture = flowsPicture(pathway());
    const svg = await drawChart(picture.spec);
    expect(svg).toContain('>house<');
    expect(svg).not.toContain('house/a');
    expect(picture.table.rows.map(([from]) => from)).toContain('house/a');
    expect(picture.alternative).toContain('house to iop 75.0 %');
  });

  it('draw a level of care in one colour, and nobody twice', () => {
    const states = Object.fromEntries(PHASES.map((phase, i) => [phase, i]));
    const week = { offered: 0, attended: 0, negative: 0, positive: 0, missedTests: 0 };
    const picture = occupancyPicture([{ week: 1, states: { ...states, 'dropped-out': 4 }, ...week }]);
    expect(picture.table).toEqual({
      headings: ['Week', 'house', 'iop', 'dropped out'],
      rows: [[1, 1, 35, 4]],
    });
  });

  it('have a row for each of many gates, with how many went on, and tell of the slowest and the narrowest', async () => {
    const picture = gatesPicture(pathway());
    const svg = await drawChart(picture.spec);
    expect(svg).toContain('>iop/g<');
    expect(svg).toContain('88 % went on');
    expect(picture.alternative.split(' went on').length - 1).toBeLessThanOrEqual(4);
  });
});

describe('the picture of a sweep', () => {
  it('has a mark at each value, and days as people write them', async () => {
    const points = [0.6, 0.75, 0.9].map((at, i) => ({ at, value: 130 + 10 * i, low: 120, high: 170 }));
    const svg = await drawChart(sweepPicture('gate.attendance', 'stay.median', points).spec);
    for (const mark of ['0.6', '0.75', '0.9', '130', '160']) expect(svg).toContain(`>${mark}</text>`);
    expect(svg).not.toContain('e+2');
  });
});
