import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/curriculum/calendar-date.ts';
import { appendRecords, type Episode, knownAt, openEpisode, standAsOf } from '../../src/engine/episode.ts';
import { foldAsOf, tellAll } from '../../src/program/fold.ts';
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

/** Records the standing facts of a life otherwise, and compares every way of asking where the patient stands. */
function compare(life: Life, ways: Recording): void {
  const { plan, today, day } = life;
  const facts = withoutReviews(standingFacts(life.records));
  const upToNow = facts.filter(({ fact }) => fact.on <= today);
  const fold = foldAsOf(plan, tellAll(plan, upToNow), day);
  const { records, original } = recordOtherwise(plan, facts, ways);
  const middle = addDays('2026-01-05', Math.floor(records.length / 2));
  let incremental: Episode = openEpisode('e-1', plan, []);
  const then: { instant: string; said: unknown }[] = [];
  records.forEach((record, i) => {
    incremental = appendRecords(incremental, [record]);
    if (i % 16 > 0) return;
    incremental = standAsOf(incremental, i % 32 === 0 ? today : middle).episode;
    if (i % 32 === 0)
      then.push({ instant: record.recordedAt, said: told(standAsOf(incremental, today).fold) });
  });
  const anew = standAsOf(openEpisode('e-1', plan, records), today).fold;
  expect(renumber(told(anew), original)).toEqual(plain(told(fold)));
  expect(plain(told(standAsOf(incremental, today).fold))).toEqual(plain(told(anew)));
  expect(plain(told(standAsOf(incremental, middle).fold))).toEqual(
    plain(told(standAsOf(openEpisode('e-1', plan, records), middle).fold)),
  );
  for (const { instant, said } of then)
    expect(plain(told(standAsOf(knownAt(incremental, instant), today).fold))).toEqual(plain(said));
}

describe('a log of corrections of a patient of the Matrix Model', () => {
  it('says the same as its standing facts entered in order, in 1,000 sequences, told anew, step by step and as known then', async () => {
    let sequences = 0;
    const ways = fc.array(recording(), { minLength: 20, maxLength: 20, size: 'max' });
    await fc.assert(
      fc.asyncProperty(history(), ways, async (steps, recordings) => {
        const life = await lead(steps, MATRIX);
        for (const way of recordings) {
          compare(life, way);
          sequences += 1;
        }
      }),
      { numRuns: 50 },
    );
    expect(sequences).toBeGreaterThanOrEqual(1000);
  });

  it('is told in the order of the days, so that the order of entry is free', async () => {
    await fc.assert(
      fc.asyncProperty(history(), fc.nat(), async (steps, turn) => {
        const { plan, episode } = await lead(steps);
        const at = turn % Math.max(1, episode.facts.length);
        const turned = [...episode.facts.slice(at), ...episode.facts.slice(0, at)];
        expect(told(tellAll(plan, turned))).toEqual(told(tellAll(plan, episode.facts)));
      }),
      { numRuns: 30 },
    );
  });
});
