import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openEpisode, standAsOf } from '../../src/engine/episode.ts';
import { persistFold } from '../../src/program/persist-fold.ts';
import { history } from '../generators/history.ts';
import { lead } from '../generators/life.ts';
import { told } from '../generators/told.ts';

const ELSEWHERE = fileURLToPath(new URL('./restored-elsewhere.ts', import.meta.url));

describe('the JSON of an episode', () => {
  it('is taken up by a fresh process, which goes on to the same place', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'stepwell-'));
    try {
      const jobs: unknown[] = [];
      const expected: unknown[] = [];
      for (const [i, steps] of fc.sample(history(), { numRuns: 40, seed: 11 }).entries()) {
        const { plan, episode, fold, today } = await lead(steps);
        const cut = Math.floor((episode.facts.length * (i % 5)) / 5);
        const on = episode.facts[cut]?.fact.on ?? today;
        const half = standAsOf(openEpisode('e-1', plan, episode.records), on).episode;
        jobs.push({ kept: persistFold(plan, half.fold), rest: half.facts.slice(half.told), today });
        expected.push(JSON.parse(JSON.stringify(told(fold))));
      }
      const file = join(folder, 'jobs.json');
      writeFileSync(file, JSON.stringify(jobs));
      const output = execFileSync(process.execPath, [ELSEWHERE, file], {
        encoding: 'utf8',
        maxBuffer: 1 << 28,
      });
      expect(JSON.parse(output)).toEqual(expected);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
