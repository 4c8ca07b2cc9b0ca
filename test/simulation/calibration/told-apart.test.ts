import { describe, expect, it } from 'vitest';
import { fitStudy } from '../../../src/simulation/calibration/fit-study.ts';
import { Targets } from '../../../src/simulation/calibration/targets.ts';
import { toldApart } from '../../../src/simulation/calibration/told-apart.ts';
import { prepareWeeklyHazards, weeklyStudy } from '../experiment/weekly-hazards.ts';

describe('toldApart', () => {
  it('takes what moves the figures most, and then what moves them in another way', () => {
    const moves = [
      [10, 0, 0],
      [9, 1, 0],
      [0, 5, 0],
      [0, 0, 1],
    ];
    expect(toldApart(moves, 2)).toEqual([0, 2]);
    expect(toldApart(moves, 3)).toEqual([0, 2]);
    expect(toldApart([...moves, [0, 0, 20]], 3)).toEqual([0, 2, 4]);
  });

  it('lets no figure that comes and goes outweigh the others', () => {
    expect(
      toldApart(
        [
          [1000, 0],
          [20, 25],
        ],
        1,
      ),
    ).toEqual([1]);
  });
});

describe('A fit that names no parameters', () => {
  it('moves as many as its figures tell apart, and says which are held', () => {
    const targets = ['end.dropped-out', 'end.terminated'].map((figure) => ({
      ...{ figure, value: 0.2, within: 0.1, source: 'x' },
    }));
    const document = Targets.parse({ id: 'x', title: 'x', targets, patients: 400 });
    const fit = fitStudy(prepareWeeklyHazards, weeklyStudy(), document);
    expect(fit.verdict).toBe('fits');
    const moved = fit.parameters.filter(({ moves, held }) => moves && held === undefined);
    expect(moved.map(({ name }) => name)).toEqual(['drop-out', 'terminated']);
    const transferred = fit.parameters.find(({ name }) => name === 'transferred');
    expect(transferred).toMatchObject({ held: true, value: 0.03, start: 0.03 });
    expect(fit.warnings.join(' ')).toContain(
      'The figures tell 2 parameters apart: transferred is held. Name in fit which shall move.',
    );
  });
});
