import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeFolder } from '../../../src/faces/cli/make-folder.ts';
import { runCalibrate } from '../../../src/faces/cli/run-calibrate.ts';
import { runCompare } from '../../../src/faces/cli/run-compare.ts';
import { runRepeat } from '../../../src/faces/cli/run-repeat.ts';
import { runSensitivity } from '../../../src/faces/cli/run-sensitivity.ts';
import { runSimulate } from '../../../src/faces/cli/run-simulate.ts';
import { runSweep } from '../../../src/faces/cli/run-sweep.ts';

const MATRIX = 'examples/scenarios/matrix.yaml';
const VOUCHERS = 'examples/scenarios/matrix-with-vouchers.yaml';
const small = { patients: 150, replications: 2, figures: ['completed'], json: true, threads: 1 };

const TARGETS = `id: small
title: Two figures
fit: [drop-out]
targets:
  - { figure: retention.30, value: 0.6, se: 0.05, source: assumed }
`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stepwell-repeated-'));
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

describe('stepwell repeat', () => {
  it('makes a comparison, a sweep and a sensitivity again to the byte from their folders, with what was set', async () => {
    const set = { 'gate.attendance': 0.8 };
    const out = (name: string) => join(folder, name);
    await runCompare(MATRIX, VOUCHERS, { ...small, set, out: out('compare') }, []);
    await runSweep(MATRIX, { ...small, vary: { 'drop-out': '0.02,0.05' }, out: out('sweep') }, []);
    await runSensitivity(MATRIX, { ...small, draws: 3, out: out('sensitivity') }, []);
    for (const name of ['compare', 'sweep', 'sensitivity']) {
      const manifest = JSON.parse(readFileSync(join(out(name), 'manifest.json'), 'utf8'));
      expect(manifest).toMatchObject({ command: name, options: { patients: 150 } });
      await runRepeat(out(name), { threads: 1 });
    }
  });

  it('makes a fit again to the byte from its folder, its scenario in a file beside it included', async () => {
    const teds = 'examples/scenarios/teds-d-2004';
    const targets = join(folder, 'targets.yaml');
    writeFileSync(targets, TARGETS);
    const out = join(folder, 'fit');
    await runCalibrate(`${teds}/scenario.yaml`, { targets, patients: 200, threads: 1, out, json: true }, []);
    expect(JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')).command).toBe('calibrate');
    const page = readFileSync(join(out, 'report.html'), 'utf8');
    expect(page).toContain('For the methods section: STRESS-DES');
    rmSync(targets);
    await runRepeat(out, { threads: 1 });
  });

  it('makes a comparison with what a run wrote again from its folder, also when that run is gone', async () => {
    const [record, beside] = [join(folder, 'record'), join(folder, 'beside')];
    await runSimulate(VOUCHERS, { patients: 150, threads: 1, out: record, json: true }, []);
    const summary = join(record, 'summary.json');
    const told = readFileSync(summary, 'utf8').replace(
      '"scenario": "matrix-with-vouchers"',
      '"observed": "iop"',
    );
    writeFileSync(summary, told);
    await runCompare(record, MATRIX, { ...small, figures: ['completed', 'retention.90'], out: beside }, []);
    const { a, b, paired, figures } = JSON.parse(readFileSync(join(beside, 'summary.json'), 'utf8'));
    expect([a, b, paired]).toEqual(['iop (the record)', 'matrix (simulated)', false]);
    expect(figures[0].difference.value).toBeCloseTo(figures[0].b.value - figures[0].a.value, 12);
    expect(figures[0].difference.low).toBeLessThan(figures[0].difference.value);
    const page = readFileSync(join(beside, 'report.html'), 'utf8');
    expect(page).toContain('Real patients beside simulated ones');
    for (const name of ['retention', 'ends', 'occupancy'])
      expect(page).toContain(`id="picture-${name}-side-by-side"`);
    rmSync(record, { recursive: true });
    await runRepeat(beside, { threads: 1 });
  });

  it('says which file came out differently, and where there is nothing to repeat', async () => {
    await runSweep(MATRIX, { ...small, vary: { 'drop-out': '0.02' }, out: folder }, []);
    const file = join(folder, 'summary.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"seed": 7', '"seed": 8'));
    await expect(runRepeat(folder, {})).rejects.toThrow('summary.json came out differently');
    await expect(runRepeat(join(folder, 'pictures'), {})).rejects.toThrow('has no inputs.json');
  });
});

describe('a folder to write into', () => {
  it('that cannot be made is told at once, and not tried for ever', () => {
    writeFileSync(join(folder, 'file'), '');
    expect(() => makeFolder(join(folder, 'file', 'x', 'y'))).toThrow('cannot be made');
    expect(() => makeFolder('/proc/x/y')).toThrow('cannot be made');
  });
});
