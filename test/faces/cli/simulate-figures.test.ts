import { describe, expect, it } from 'vitest';
import { curriculumFolders } from '../../../src/faces/cli/curriculum-folders.ts';
import { loadStudy } from '../../../src/faces/cli/load-study.ts';
import { simulateFigures } from '../../../src/faces/cli/simulate-figures.ts';
import { prepareKernel } from '../../../src/simulation/experiment/prepare-kernel.ts';
import { replicate } from '../../../src/simulation/experiment/replicate.ts';

describe('simulateFigures', () => {
  it('gives on several threads what one gives, each replication in its place', async () => {
    const study = await loadStudy('examples/scenarios/teds-d-2004/scenario.yaml', curriculumFolders({}));
    const points = [0.1, 0.4].map((value) => ({ study, values: { 'drop-out': value }, replications: 4 }));
    const run = { seed: 3, patients: 3000 };
    const one = await simulateFigures(points, { ...run, threads: 1 });
    expect(one.map(({ length }) => length)).toEqual([4, 4]);
    expect(one[0]![0]!['completed']).toBeGreaterThan(one[1]![0]!['completed']!);
    expect(await simulateFigures(points, { ...run, threads: 3 })).toEqual(one);
    const [as] = await simulateFigures([{ study, values: {}, replications: 2 }], run);
    expect(as).toEqual(replicate(prepareKernel(study), run, 2));
  });
});
