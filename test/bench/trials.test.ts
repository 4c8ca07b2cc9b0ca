import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { benchCapacity } from './bench-capacity.ts';
import { simulationSection } from './bench-simulation.ts';
import { simulationTrials } from './simulation-trials.ts';
import { storeTrials } from './store-trials.ts';

/** The share of what is measured: enough to see whether a trial still runs. */
const TINY = 0.01;
const EPISODES = '400';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'stepwell-bench-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
/** Whether a program is here that a part of the benchmarks is left out without. */
const runs = (program: string, ...given: string[]) => spawnSync(program, given).status === 0;

function expectFigures(figures: Readonly<Record<string, number>>): void {
  for (const [name, figure] of Object.entries(figures))
    expect(Number.isFinite(figure) && figure >= 0, `${name} is ${figure}`).toBe(true);
}

describe('the benchmarks at a tiny size', () => {
  it('have their ratios of the simulation', async () => {
    const { ratios, lines } = await simulationSection((name) => simulationTrials(folder, TINY)[name]!());
    const compiled = runs('gcc', '--version') ? ['kernelVsC'] : [];
    expect(Object.keys(ratios).sort()).toEqual(
      [...compiled, 'kernelVsMachine', 'twoThreadsVsOne', 'wasmVsJavascript'].sort(),
    );
    for (const [name, ratio] of Object.entries(ratios))
      expect(Number.isFinite(ratio) && ratio > 0, `${name} is ${ratio}`).toBe(true);
    expect(lines).toHaveLength(Object.keys(ratios).length);
  });

  it('have their ratio of the waiting list, where SimPy is', () => {
    const { ratios, lines } = benchCapacity(folder, 200);
    const beside = ['python3', '/usr/bin/python3'].some((python) => runs(python, '-c', 'import simpy'))
      ? ['capacityVsSimpy']
      : [];
    expect(Object.keys(ratios)).toEqual(beside);
    expect(lines.every(({ value }) => value > 0)).toBe(true);
  });

  it.each(['record', 'engine', 'bare', 'replay', 'preview', 'fill', 'caseload', 'worklists', 'due'])(
    'have the figures of %s',
    async (name) => {
      const figures = await storeTrials(folder, EPISODES, TINY)[name]!();
      expect(Object.keys(figures).length).toBeGreaterThan(0);
      expectFigures(figures);
    },
  );
});
