import { describe, expect, it } from 'vitest';
import { addWeeks } from '../../../src/simulation/results/add-weeks.ts';
import { CohortTally } from '../../../src/simulation/results/cohort-tally.ts';
import { columnsOf, emptyWeeks, type HandMade, SHAPE } from './hand-made.ts';

const shard = (patients: readonly HandMade[]) => {
  const weeks = emptyWeeks(3);
  weeks.occupancy[0] = patients.length;
  return { patients: columnsOf(patients), weeks };
};
const first = shard([{ end: 'dropped-out', endDay: 9, group: [0], attended: 4 }]);
const second = shard([
  { end: 'graduated', endDay: 80, phases: [0, 20, 80], group: [1], attended: 30, minutes: 900 },
  { end: 'in-treatment', endDay: 100, group: [1] },
]);

describe('a cohort tally', () => {
  it('comes to the same when it is put away and taken up again between shards', () => {
    const whole = new CohortTally(SHAPE);
    whole.add(first);
    const later = new CohortTally(SHAPE);
    later.restore(structuredClone(whole.state()));
    whole.add(second);
    later.add(second);
    expect(later.result()).toEqual(whole.result());
    expect(later.result().groups.map(({ result }) => result.patients)).toEqual([1, 2]);
    expect(later.result().weeks[0]?.states['iop/early']).toBe(3);
  });

  it('has no result before a shard was counted, and adds only weeks that count the same', () => {
    expect(() => new CohortTally(SHAPE).result()).toThrow('no shard');
    expect(() => addWeeks(emptyWeeks(2), emptyWeeks(3))).toThrow('do not count the same');
  });
});
