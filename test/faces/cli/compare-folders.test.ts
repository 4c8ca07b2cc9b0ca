import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCompare } from '../../../src/faces/cli/run-compare.ts';
import { seedNumber } from '../../../src/faces/cli/simulation-options.ts';

describe('stepwell compare of two folders', () => {
  it('refuses what says how to simulate, as nothing is simulated', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'stepwell-compare-'));
    try {
      const options = { set: { 'gate.attendance': 0.6 }, seed: 3 };
      await expect(runCompare(folder, folder, options, [])).rejects.toThrow(
        '--seed, --set: nothing is simulated between two folders',
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('a seed', () => {
  it('has 32 bits', () => {
    expect(seedNumber('4294967295')).toBe(4294967295);
    expect(() => seedNumber('4294967296')).toThrow('4294967295');
  });
});
