import { describe, expect, it } from 'vitest';
import type { DescribedRun } from '../../../src/adapters/report/described-run.ts';
import { stressDes } from '../../../src/adapters/report/stress-des.ts';
import { loadStudy } from '../../../src/load-study.ts';
import type { Study } from '../../../src/simulation/scenario/study.ts';

const about: Omit<DescribedRun, 'studies'> = {
  ...{ aims: 'a', logic: 'b', estimation: 'c', execution: 'kernel' },
  ...{ patients: 100, seed: 7, versions: { stepwell: '0.1.0' } },
};

async function itemsOf(name: string, change: (study: Study) => Study = (study) => study) {
  const loaded = await loadStudy(`examples/scenarios/${name}.yaml`);
  if (!loaded.ok) throw new Error('not loaded');
  const study = change(loaded.study);
  const run = { ...about, studies: [{ study, scenario: 'a'.repeat(64), plan: 'b'.repeat(64) }] };
  return new Map(stressDes(run).rows.map(([item, , here]) => [item, `${here}`]));
}

describe('the STRESS-DES items of a run', () => {
  it('tell places, warm start and warm-up of a clinic', async () => {
    const items = await itemsOf('residential-20-beds');
    expect(items.get('2.5')).toContain('places, 20 at residential, 16 at step-down');
    expect(items.get('4.1')).toContain(
      'begins with patients at every stage; its first 180 days are left out',
    );
    expect(items.get('4.2')).toContain('The clinic runs for 1825 days');
  });

  it('tell a cohort without places as one', async () => {
    const items = await itemsOf('matrix');
    expect(items.get('2.5')).toContain('none limited');
    expect(items.get('4.1')).toContain('there is no warm-up');
  });

  it('are the twenty of the checklist, each filled', async () => {
    const items = await itemsOf('matrix');
    expect(items.size).toBe(20);
    for (const here of items.values()) expect(here).not.toMatch(/^$|undefined|NaN|\[object/);
  });

  it('tell of readmission where patients may come back, and nowhere else', async () => {
    const chance = { probability: 0.2, source: 'assumed' };
    const readmission = { returns: chance, after: ['other' as const], source: 'assumed' };
    const items = await itemsOf('matrix', (study) => ({
      ...study,
      scenario: { ...study.scenario, behaviour: { ...study.scenario.behaviour, readmission } },
    }));
    expect([items.get('1.2'), items.get('2.4')]).toEqual(
      Array(2).fill(expect.stringContaining('readmission')),
    );
    expect((await itemsOf('matrix')).get('2.4')).not.toContain('readmission');
  });
});
