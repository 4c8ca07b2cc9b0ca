import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appendRecords, type Episode, openEpisode, standAsOf } from '../../src/engine/episode.ts';
import { foldAsOf } from '../../src/program/fold.ts';
import { persistFold, restoreFold } from '../../src/program/persist-fold.ts';
import { history } from '../generators/history.ts';
import { lead } from '../generators/life.ts';
import { told } from '../generators/told.ts';

describe('an episode', () => {
  it('stands where its log says when it is told anew, whatever was told step by step', async () => {
    await fc.assert(
      fc.asyncProperty(history(), async (steps) => {
        const { plan, records, accepted, fold, today } = await lead(steps);
        let stepwise: Episode = openEpisode('e-1', plan, []);
        let known = 0;
        for (const step of accepted) {
          stepwise = appendRecords(stepwise, records.slice(known, step.version));
          stepwise = standAsOf(stepwise, step.today).episode;
          known = step.version;
        }
        expect(told(standAsOf(stepwise, today).fold)).toEqual(told(fold));
      }),
      { numRuns: 80 },
    );
  });

  it('comes to the same place whether time passes day by day or at once', async () => {
    await fc.assert(
      fc.asyncProperty(history(), fc.integer({ min: 1, max: 60 }), async (steps, days) => {
        const { plan, episode, day } = await lead(steps);
        let daily = episode.fold;
        for (let d = day; d <= day + days; d += 1) daily = foldAsOf(plan, daily, d);
        expect(told(daily)).toEqual(told(foldAsOf(plan, episode.fold, day + days)));
      }),
      { numRuns: 80 },
    );
  });

  it('goes on from its JSON as if it had never been put away', async () => {
    await fc.assert(
      fc.asyncProperty(history(), fc.nat(), async (steps, cut) => {
        const { plan, episode, fold, today } = await lead(steps);
        let halfway: Episode = openEpisode('e-1', plan, episode.records);
        const until = episode.facts[cut % Math.max(1, episode.facts.length)]?.fact.on ?? today;
        halfway = standAsOf(halfway, until).episode;
        const json = JSON.stringify(persistFold(plan, halfway.fold));
        const restored = restoreFold(plan, JSON.parse(json));
        expect(told(restored!)).toEqual(told(halfway.fold));
        expect(told(standAsOf({ ...halfway, fold: restored! }, today).fold)).toEqual(told(fold));
      }),
      { numRuns: 60 },
    );
  });
});
