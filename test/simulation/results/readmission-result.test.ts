import { describe, expect, it } from 'vitest';
import { toDayNumber } from '../../../src/curriculum/calendar-date.ts';
import { compilePlan } from '../../../src/program/compile-plan.ts';
import { courseOf } from '../../../src/program/course.ts';
import { observeEpisode, phaseNames } from '../../../src/simulation/observe/observe-episode.ts';
import { simulatePatient } from '../../../src/simulation/reference/simulate-patient.ts';
import { groupResult } from '../../../src/simulation/results/cohort-result.ts';
import { figuresOf } from '../../../src/simulation/results/figures.ts';
import { Tally } from '../../../src/simulation/results/tally.ts';
import { readCurriculum } from '../../curricula/read-curriculum.ts';
import { plausibleBehaviour } from '../plausible-behaviour.ts';
import { columnsOf, type HandMade, SHAPE } from './hand-made.ts';

const COHORT: readonly HandMade[] = [
  { end: 'graduated', endDay: 90, returnedAfter: 4 },
  { end: 'dropped-out', endDay: 60, returnedAfter: 10 },
  { end: 'in-treatment', endDay: 100, returnedAfter: 7 },
  { end: 'dropped-out', endDay: 20 },
  { end: 'completed', endDay: 50 },
  { end: 'in-treatment', endDay: 100 },
];

function tallyOf(patients: readonly HandMade[]): Tally {
  const tally = new Tally(SHAPE);
  tally.add(columnsOf(patients));
  return tally;
}

describe('readmission', () => {
  it('tells of those discharged how many came back, after how long, and what came of it', () => {
    const { readmission } = groupResult(tallyOf(COHORT));
    expect(readmission).toMatchObject({ discharged: 5, count: 3, medianDays: { value: 7 } });
    expect(readmission!.returned.value).toBe(3 / 5);
    expect(readmission!.completed.value).toBe(1 / 3);
    expect(readmission!.ends.map(({ end, count }) => [end, count])).toEqual([
      ['dropped-out', 1],
      ['graduated', 1],
      ['in-treatment', 1],
    ]);
    expect(figuresOf(groupResult(tallyOf(COHORT)))).toMatchObject({
      'readmission.returned': 0.6,
      'readmission.days.median': 7,
      'readmission.days.mean': 7,
      'readmission.completed': 1 / 3,
    });
  });

  it('is no figure where nobody can come back, and is not zero there', () => {
    const result = groupResult(tallyOf(COHORT.map(({ returnedAfter: _, ...patient }) => patient)));
    expect(result.readmission).toBe(null);
    expect(Object.keys(figuresOf(result)).filter((name) => name.startsWith('readmission'))).toEqual([]);
  });

  it('adds up over shards, and comes to the same when it is put away and taken up again', () => {
    const [first, second] = [tallyOf(COHORT.slice(0, 2)), tallyOf(COHORT.slice(2))];
    const restored = new Tally(SHAPE);
    restored.restore(structuredClone(first.state()));
    restored.merge(second);
    expect(groupResult(restored)).toEqual(groupResult(tallyOf(COHORT)));
  });

  it('is read from an episode as its facts have it: from the first discharge to the first return', () => {
    const plan = compilePlan(readCurriculum('outpatient-weekly'));
    const course = courseOf(plan);
    const source = 'assumed';
    const behaviour = plausibleBehaviour({
      exits: { other: { probability: 0.3, source } },
      readmission: { returns: { probability: 0.6, source }, after: ['other'], source },
    });
    const found = Array.from({ length: 12 }, (_, patient) => {
      const run = simulatePatient(plan, behaviour, { seed: 3, patient, horizonDays: 80 });
      const { admittedOn, fold } = run;
      const facts = run.facts.map(({ fact }) => fact);
      const at = facts.findIndex(({ type }) => type === 'Readmitted');
      const days =
        toDayNumber(facts[at]?.on ?? '2000-01-01') - toDayNumber(facts[at - 1]?.on ?? '2000-01-01');
      const lastDay = admittedOn + run.endDay;
      const seen = observeEpisode({ course, fold, facts, admittedOn, lastDay, phases: phaseNames(course) });
      expect(seen.returnedAfter).toBe(at === -1 ? null : days);
      return seen.returnedAfter;
    });
    expect(new Set(found).size).toBeGreaterThan(3);
  });
});
