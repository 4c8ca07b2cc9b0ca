import { describe, expect, it } from 'vitest';
import { type CohortRun, runCohort } from '../../../src/adapters/workers/run-cohort.ts';
import { loadCurriculumLibrary } from '../../../src/curriculum-folder.ts';
import { compilePlan } from '../../../src/program/compile-plan.ts';
import { plausibleBehaviour } from '../../simulation/plausible-behaviour.ts';

const curriculum = await loadCurriculumLibrary([]).find('matrix-iop');
if (!curriculum) throw new Error('matrix-iop is missing');
const plan = compilePlan(curriculum);
const cohort = { plan, behaviour: plausibleBehaviour(), seed: 4, patients: 1000, horizonDays: 120 };

async function run(change: Partial<CohortRun>) {
  const hashes: number[] = [];
  const result = await runCohort({ ...cohort, onShard: ({ hash }) => void hashes.push(...hash), ...change });
  return { hashes, result };
}

describe('runCohort', () => {
  it('gives the same rows and weeks on one, two and eight threads, in shards of any size, in the order of patients', async () => {
    const one = await run({ threads: 1 });
    expect(one.hashes.length).toBe(1000);
    expect(await run({ threads: 2, shard: 90 })).toEqual(one);
    expect(await run({ threads: 8, shard: 130 })).toEqual(one);
  });

  it('stops when it is aborted, and goes on from where it stopped', async () => {
    const abort = new AbortController();
    const seen: number[] = [];
    const first = await run({
      threads: 2,
      shard: 200,
      signal: abort.signal,
      onProgress: (done) => {
        seen.push(done);
        if (done === 400) abort.abort();
      },
    });
    expect(first.result).toMatchObject({ accepted: true, done: 400 });
    expect(seen).toEqual([200, 400]);
    const rest = await run({ threads: 1, shard: 300, from: 400 });
    expect([...first.hashes, ...rest.hashes]).toEqual((await run({ threads: 1 })).hashes);
  });

  it('says by name what it cannot model, and simulates nobody', async () => {
    const refused = { plan: { ...plan, takeHome: {} as never } };
    const { hashes, result } = await run(refused);
    expect(result).toMatchObject({ accepted: false, refusals: [{ code: 'take-home' }] });
    expect(hashes).toEqual([]);
  });

  it('simulates nobody where nobody is asked for', async () => {
    expect((await run({ patients: 0 })).result).toMatchObject({ accepted: true, done: 0 });
  });
});
