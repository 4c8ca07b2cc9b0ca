import { describe, expect, it } from 'vitest';
import { curriculumFolders } from '../../../src/faces/cli/curriculum-folders.ts';
import { loadStudy } from '../../../src/faces/cli/load-study.ts';
import { repeatUntil } from '../../../src/faces/cli/repeat-until.ts';
import { simulateFigures } from '../../../src/faces/cli/simulate-figures.ts';
import { valuesOf } from '../../../src/simulation/experiment/figure-estimates.ts';
import { prepareKernel } from '../../../src/simulation/experiment/prepare-kernel.ts';
import { replicate } from '../../../src/simulation/experiment/replicate.ts';
import { meanInterval } from '../../../src/simulation/statistics/mean-interval.ts';

describe('simulateFigures', () => {
  it('gives on several threads what one gives, each replication in its place', async () => {
    const study = await loadStudy('examples/scenarios/teds-d-2004/scenario.yaml', curriculumFolders({}));
    const points = [0.1, 0.4].map((value) => ({ study, values: { 'drop-out': value }, replications: 4 }));
    const run = { seed: 3, patients: 600 };
    const one = await simulateFigures(points, { ...run, threads: 1 });
    expect(one.map(({ length }) => length)).toEqual([4, 4]);
    expect(one[0]![0]!['completed']).toBeGreaterThan(one[1]![0]!['completed']!);
    expect(await simulateFigures(points, { ...run, threads: 3 })).toEqual(one);
    const [as] = await simulateFigures([{ study, values: {}, replications: 2 }], run);
    expect(as).toEqual(replicate(prepareKernel(study), run, 2));
  });
});

describe('repeatUntil', () => {
  it('repeats until a figure is precise, the same on any number of threads, and says when the most do not suffice', async () => {
    const study = await loadStudy('examples/scenarios/teds-d-2004/scenario.yaml', curriculumFolders({}));
    const run = { seed: 3, patients: 200, threads: 1 };
    const wish = { figure: 'completed', halfWidth: 0.025, atMost: 60 };
    const found = await repeatUntil(study, wish, run);
    const { value, high } = meanInterval(valuesOf(found.replications, 'completed')!);
    expect(found.reached).toBe(true);
    expect(high! - value).toBeLessThanOrEqual(0.025);
    expect(found.replications).toEqual(replicate(prepareKernel(study), run, found.replications.length));
    const few = await repeatUntil(study, { ...wish, halfWidth: 1e-6, atMost: 6 }, run);
    expect([few.reached, few.replications.length]).toEqual([false, 6]);
    await expect(repeatUntil(study, { ...wish, figure: 'luck' }, run)).rejects.toThrow('no figure luck');
  });
});
