import { describe, expect, it } from 'vitest';
import type { Manifest } from '../../../src/adapters/report/manifest.ts';
import { stressDes } from '../../../src/adapters/report/stress-des.ts';
import { loadStudy } from '../../../src/load-study.ts';

const manifest: Manifest = {
  format: 1,
  ...{ command: 'simulate', patients: 100, replications: 1, seed: 7, shardSize: 100 },
  scenario: { id: 'x', sha256: 'a'.repeat(64) },
  curriculum: { id: 'x', version: '1.0.0', plan: 'b'.repeat(64) },
  ...{ versions: {}, figures: {} },
};

async function itemsOf(name: string) {
  const loaded = await loadStudy(`examples/scenarios/${name}.yaml`);
  if (!loaded.ok) throw new Error('not loaded');
  return new Map(stressDes(loaded.study, manifest).rows.map(([item, , here]) => [item, `${here}`]));
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
});
