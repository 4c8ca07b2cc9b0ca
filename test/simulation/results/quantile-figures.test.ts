import { describe, expect, it } from 'vitest';
import type { PreparedStudy } from '../../../src/simulation/experiment/prepared-study.ts';
import { runCohortFigures } from '../../../src/simulation/experiment/run-cohort-figures.ts';
import { columnsOf, emptyWeeks, type HandMade, SHAPE } from './hand-made.ts';

const COHORT: HandMade[] = [
  ...[10, 20, 30, 40].map(
    (endDay): HandMade => ({ end: 'dropped-out', endDay, attended: endDay, group: [0] }),
  ),
  ...[50, 60].map((endDay): HandMade => ({ end: 'completed', endDay, attended: endDay, group: [1] })),
  { end: 'graduated', endDay: 80, attended: 80, group: [1] },
  { end: 'in-treatment', endDay: 100, attended: 0, group: [0] },
];
const STUDY: PreparedStudy = {
  ...{ shape: SHAPE, eventNames: [], whyNoEvents: null, execution: 'kernel' },
  run: (_, first, count) => ({
    patients: columnsOf(COHORT.slice(first, first + count), first),
    weeks: emptyWeeks(1),
  }),
};
const figures = (...asked: string[]) => {
  const all = runCohortFigures(STUDY, { seed: 1, patients: COHORT.length }, asked);
  return asked.map((name) => (typeof all[name] === 'number' ? Number(all[name].toFixed(9)) : all[name]));
};

describe('Figures that are asked for', () => {
  it('are quantiles of stays by end, graduates among the completed, and not of those still in treatment', () => {
    expect(figures('stay.dropped-out.q25', 'stay.completed.q75')).toEqual([10, 80]);
    expect(figures('stay.discharged.q50', 'stay.discharged.q99', 'stay.terminated.q25')).toEqual([
      40,
      80,
      null,
    ]);
  });

  it('are quantiles of amounts, of which the median is that of all', () => {
    expect(figures('sessions-attended.median', 'sessions-attended.q25', 'sessions-attended.q75')).toEqual([
      35, 10, 50,
    ]);
  });

  it('are of the patients with one level of a trait', () => {
    expect(figures('severity=severe/completed', 'severity=mild/completed', 'completed')).toEqual([
      1, 0, 0.375,
    ]);
    expect(figures('severity=mild/stay.dropped-out.median', 'severity=mild/retention.week.3')).toEqual([
      25, 0.6,
    ]);
    expect(figures('severity=severe/stay.completed.q25', 'severity=none/completed')).toEqual([50, undefined]);
  });

  it('are retention at the end of a week', () => {
    const [week, day] = figures('retention.week.3', 'retention.21');
    expect(week).toBe(day);
    expect(figures('retention.week.15')).toEqual([null]);
  });
});
