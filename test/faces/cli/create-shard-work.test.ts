import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createShardWork } from '../../../src/faces/cli/create-shard-work.ts';
import { loadStudy } from '../../../src/faces/cli/load-study.ts';
import { prepareStudy } from '../../../src/simulation/experiment/prepare-study.ts';
import { CohortTally } from '../../../src/simulation/results/cohort-tally.ts';

const SIZE = 2048;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stepwell-shards-'));
  for (const name of ['patients', 'events']) mkdirSync(join(folder, name));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the work of a thread', () => {
  it('keeps nothing of a shard once it is written and counted, so that memory does not grow with the patients', async () => {
    setFlagsFromString('--expose-gc');
    const sweep = runInNewContext('gc') as () => void;
    const study = await loadStudy('examples/scenarios/matrix.yaml', []);
    const tally = new CohortTally(prepareStudy(study).shape);
    const work = createShardWork({ study, seed: 7, folder, kinds: {} });
    const simulate = (from: number, to: number) => {
      for (let shard = from; shard < to; shard += 1)
        tally.restore(work({ shard, first: shard * SIZE, count: SIZE }).state);
      // Twice, as arrays of the first sweep are let go beside the program.
      sweep();
      sweep();
      const { heapUsed, arrayBuffers } = process.memoryUsage();
      return heapUsed + arrayBuffers;
    };
    const afterTwo = simulate(0, 2);
    const grown = simulate(2, 8) - afterTwo;
    expect(grown / (6 * SIZE), 'bytes that stay for each patient').toBeLessThan(40);
  });
});
