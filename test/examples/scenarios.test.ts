import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadStudy } from '../../src/load-study.ts';
import { prepareStudy } from '../../src/simulation/experiment/prepare-study.ts';

const FILES = readdirSync('examples/scenarios').filter((name) => name.endsWith('.yaml'));
/** Programs that no kernel carries yet: patients go through the machine, one by one. */
const SLOW = ['opioid-treatment-program.yaml'];

describe('The scenarios of the examples', () => {
  it('are of each kind of program', () => {
    const kinds = ['matrix', 'matrix-with-vouchers', 'generic-iop', 'partial-hospitalization', 'nida-cbt'];
    const others = ['therapeutic-community', 'opioid-treatment-program', 'residential-step-down'];
    expect(FILES).toEqual(expect.arrayContaining([...kinds, ...others].map((name) => `${name}.yaml`)));
  });

  it.each(FILES)('%s is in order, and its patients come to an end', async (name) => {
    const loaded = await loadStudy(`examples/scenarios/${name}`);
    if (!loaded.ok) throw new Error(loaded.issues.map(({ message }) => message).join('\n'));
    const prepared = prepareStudy(loaded.study);
    if (!SLOW.includes(name)) expect(prepared.execution).toBe('kernel');
    const count = SLOW.includes(name) ? 3 : 200;
    const { patients } = prepared.run(7, 0, count);
    expect(patients.count).toBe(count);
    expect(new Set(patients.end).size).toBeGreaterThan(1);
  });
});
