import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appendRecords, type Episode, openEpisode, standAsOf } from '../../src/engine/episode.ts';
import { foldAsOf, tellAll } from '../../src/program/fold.ts';
import { persistFold, restoreFold } from '../../src/program/persist-fold.ts';
import { readState } from '../../src/program/read-state.ts';
import { standingFacts } from '../../src/program/standing-facts.ts';
import { readCurriculum } from '../curricula/read-curriculum.ts';
import { history } from '../generators/history.ts';
import { type Life, lead } from '../generators/life.ts';
import {
  type Recording,
  recording,
  recordOtherwise,
  renumber,
  withoutReviews,
} from '../generators/recording.ts';
import { told } from '../generators/told.ts';

const MATRIX = readCurriculum('matrix-iop');
const plain = (said: unknown) => JSON.parse(JSON.stringify(said));

function toldStepwise({ plan, records, accepted, today, fold }: Life): void {
  let stepwise: Episode = openEpisode('e-1', plan, []);
  let known = 0;
  for (const step of accepted) {
    stepwise = standAsOf(appendRecords(stepwise, records.slice(known, step.version)), step.today).episode;
    known = step.version;
  }
  expect(told(standAsOf(stepwise, today).fold)).toEqual(told(fold));
}

function toldByTheDay({ plan, episode, day }: Life): void {
  let daily = episode.fold;
  for (let d = day; d <= day + 30; d += 1) daily = foldAsOf(plan, daily, d);
  expect(told(daily)).toEqual(told(foldAsOf(plan, episode.fold, day + 30)));
}

function toldFromJson({ plan, fold }: Life): void {
  const restored = restoreFold(plan, plain(persistFold(plan, fold)));
  expect(restored === null ? null : told(restored)).toEqual(told(fold));
}

function toldInAnyOrder({ plan, records, today, day }: Life, ways: readonly Recording[]): void {
  const facts = withoutReviews(standingFacts(records));
  const upToNow = facts.filter(({ fact }) => fact.on <= today);
  const inOrder = foldAsOf(plan, tellAll(plan, upToNow), day);
  for (const way of ways) {
    const { records: other, original } = recordOtherwise(plan, facts, way);
    const anew = standAsOf(openEpisode('e-1', plan, other), today).fold;
    expect(renumber(told(anew), original)).toEqual(plain(told(inOrder)));
  }
}

describe('a patient of the Matrix Model', () => {
  it('stands in one place, told anew or step by step, by the day or at once, from JSON, and recorded in any order', async () => {
    const phases = new Set<string>();
    const ways = fc.array(recording(), { minLength: 4, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(history(), ways, async (steps, recordings) => {
        const life = await lead(steps, MATRIX);
        toldStepwise(life);
        toldByTheDay(life);
        toldFromJson(life);
        toldInAnyOrder(life, recordings);
        const { lifecycle, phase } = readState(life.plan, life.fold.snapshot.value);
        phases.add(phase ?? lifecycle);
      }),
      { numRuns: 100 },
    );
    expect(phases.size).toBeGreaterThan(2);
  });
});
