import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ENDS } from '../../../src/simulation/ends.ts';
import { cohortResult, groupResult } from '../../../src/simulation/results/cohort-result.ts';
import { figuresOf } from '../../../src/simulation/results/figures.ts';
import { Tally } from '../../../src/simulation/results/tally.ts';
import { columnsOf, emptyWeeks, type HandMade, SHAPE } from './hand-made.ts';

const COHORT: readonly HandMade[] = [
  {
    end: 'graduated',
    endDay: 90,
    phases: [0, 30, 90],
    offered: 40,
    attended: 36,
    minutes: 3240,
    negative: 12,
    group: [1],
  },
  {
    end: 'completed',
    endDay: 60,
    phases: [0, 20],
    offered: 30,
    attended: 24,
    minutes: 2160,
    negative: 6,
    earned: 5000,
  },
  {
    end: 'dropped-out',
    endDay: 10,
    offered: 8,
    attended: 2,
    minutes: 180,
    positive: 2,
    waited: 7,
    longestAbstinence: 3,
  },
  {
    end: 'in-treatment',
    endDay: 100,
    phases: [0, 50],
    offered: 22,
    attended: 18,
    minutes: 1620,
    positive: 4,
  },
];

const tallyOf = (patients: readonly HandMade[]) => {
  const tally = new Tally(SHAPE);
  tally.add(columnsOf(patients));
  return tally;
};

describe('the results of a cohort', () => {
  const result = groupResult(tallyOf(COHORT));
  const figures = figuresOf(result);

  it('tell how many completed, and how treatment ended', () => {
    expect(result.completed.value).toBe(0.5);
    expect(result.completedDays?.value).toBe(75);
    expect(Object.fromEntries(result.retention.ends.map(({ end, count }) => [end, count]))).toMatchObject({
      completed: 1,
      graduated: 1,
      'dropped-out': 1,
      'in-treatment': 1,
      death: 0,
    });
    expect(figures).toMatchObject({
      'end.dropped-out': 0.25,
      'stay.dropped-out.median': 10,
      'stay.death.median': null,
    });
  });

  it('tell who is still there, one in treatment at the horizon being lost from sight on it', () => {
    expect(figures).toMatchObject({
      'retention.7': 1,
      'retention.30': 0.75,
      'retention.60': 0.5,
      'retention.90': 0.25,
    });
    expect(figures['retention.120']).toBe(null);
    expect(figures['retention.mean']).toBe((90 + 60 + 10 + 100) / 4);
    expect(figures['stay.median']).toBe(75);
  });

  it('tell also of those only who have ended, as registers of discharges do', () => {
    expect(figures).toMatchObject({
      'discharged.completed': 2 / 3,
      'discharged.dropped-out': 1 / 3,
      'stay.discharged.median': 60,
    });
  });

  it('add up sessions, dose, tests and abstinence', () => {
    expect(figures.attendance).toBe(80 / 100);
    expect(figures['minutes-attended.mean']).toBe(1800);
    expect(figures['tests-negative.share']).toBe(18 / 24);
    expect(figures['days-waited.mean']).toBe(7 / 4);
    expect(figures['level.iop.mean']).toBe(260 / 4);
    expect(result.amounts.find(({ name }) => name === 'longest-abstinence')?.quartiles).toEqual([0, 0, 0]);
  });

  it('tell what each gate let through and after how long, while leaving competes', () => {
    expect(result.gates[0]).toMatchObject({
      phase: 'early',
      entered: 4,
      passed: { value: 0.75 },
      medianDays: { value: 30 },
      daysFor: { quarter: 20, half: 30 },
    });
    // One left after 40 days, one is lost from sight after 50: the last stands for two of three.
    expect(result.gates[1]).toMatchObject({ entered: 3, passed: { value: 1 / 3 }, daysFor: { half: 60 } });
    expect(result.flows).toEqual([
      { from: 'early', to: 'late', count: 3 },
      { from: 'early', to: 'dropped-out', count: 1 },
      { from: 'late', to: 'done', count: 1 },
      { from: 'late', to: 'completed', count: 1 },
      { from: 'late', to: 'in-treatment', count: 1 },
      { from: 'done', to: 'graduated', count: 1 },
    ]);
  });

  it('add up what treatment cost, also for each that was completed', () => {
    // 80 sessions at 10, 120 hours at 60, 260 days at 0.50, incentives of 50.
    const total = 800 + 7200 + 130 + 50;
    expect(result.cost.total).toBe(total);
    expect(figures['cost.mean']).toBe(total / 4);
    expect(figures['cost.per-completed']).toBe(total / 2);
  });

  it('are told for each group as for all', () => {
    const columns = columnsOf(COHORT);
    const groups = ['mild', 'severe'].map((value, index) => {
      const tally = new Tally(SHAPE);
      tally.add(columns, { trait: 0, value: index });
      return { trait: 'severity', value, tally };
    });
    const { groups: found } = cohortResult(tallyOf(COHORT), emptyWeeks(2), groups);
    expect(found.map(({ value, result }) => [value, result.patients, result.completed.value])).toEqual([
      ['mild', 3, 1 / 3],
      ['severe', 1, 1],
    ]);
  });

  it('are the same from shards in any order', () => {
    const patient = fc.record({
      end: fc.constantFrom(...ENDS),
      endDay: fc.nat(100),
      phases: fc.tuple(fc.constant(0), fc.integer({ min: -1, max: 50 }), fc.integer({ min: -1, max: 90 })),
      attended: fc.nat(60),
      minutes: fc.nat(6000),
      earned: fc.nat(99_999),
      waited: fc.nat(30),
    });
    const shards = fc.array(fc.array(patient, { maxLength: 8 }), { maxLength: 5 });
    fc.assert(
      fc.property(shards, (parts) => {
        const whole = groupResult(tallyOf(parts.flat()));
        for (const order of [parts, [...parts].reverse()]) {
          const merged = new Tally(SHAPE);
          for (const part of order) merged.merge(tallyOf(part));
          expect(groupResult(merged)).toEqual(whole);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('say of nobody that nothing is known, and not that it is nothing', () => {
    const none = figuresOf(groupResult(tallyOf([])));
    expect(none).toMatchObject({
      completed: null,
      attendance: null,
      'cost.mean': null,
      'cost.per-completed': null,
    });
    expect(none['sessions-attended.mean']).toBe(null);
  });

  it('count a first way through the phases, in the order in which they were entered', () => {
    const back = groupResult(tallyOf([{ end: 'dropped-out', endDay: 40, phases: [10, 0] }]));
    expect(back.flows).toEqual([
      { from: 'early', to: 'dropped-out', count: 1 },
      { from: 'late', to: 'early', count: 1 },
    ]);
    const fast = groupResult(tallyOf([{ end: 'dropped-out', endDay: 40, phases: [5, 5] }]));
    expect(fast.flows.map(({ from, to }) => [from, to])).toEqual([
      ['early', 'late'],
      ['late', 'dropped-out'],
    ]);
    expect(back.gates.map(({ entered }) => entered)).toEqual([1, 1, 0]);
  });
});
