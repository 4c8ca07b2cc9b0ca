import { describe, expect, it } from 'vitest';
import { probabilisticSets } from '../../../src/simulation/experiment/probabilistic-sets.ts';
import { takesWholeOnly } from '../../../src/simulation/scenario/takes-whole-only.ts';
import { weeklyStudy } from '../experiment/weekly-hazards.ts';

const study = weeklyStudy();

describe('A parameter', () => {
  it.each([
    ['behaviour.staff.advanceAfterDays', true],
    ['behaviour.staff.outreachAfterDays', true],
    ['behaviour.dropOut.probability', false],
    ['gate.attendance', false],
  ])('%s that takes whole numbers only is known as one: %s', (name, whole) => {
    expect(takesWholeOnly(study, name, whole ? 1 : 0.1, whole ? 4 : 0.9)).toBe(whole);
  });

  it('of days is drawn as whole days, where others are not', () => {
    const delay = { at: ['behaviour.staff.advanceAfterDays'], low: 1, high: 9, source: 'assumed' };
    const { scenario } = study;
    const drawn = probabilisticSets(
      { ...study, scenario: { ...scenario, parameters: { ...scenario.parameters, delay } } },
      ...([8, 3] as const),
    );
    expect(drawn.every(({ delay }) => Number.isInteger(delay))).toBe(true);
    expect(drawn.some(({ admission }) => !Number.isInteger(admission))).toBe(true);
  });
});
