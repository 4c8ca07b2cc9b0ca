import { describe, expect, it } from 'vitest';
import { createSweeper } from '../../../src/adapters/workers/create-sweeper.ts';

describe('a sweeper', () => {
  it('lets go of what pieces of work left behind, before the engine would', async () => {
    const sweep = createSweeper();
    const before = process.memoryUsage().arrayBuffers;
    for (let piece = 0; piece < 50; piece += 1) {
      structuredClone(new Float64Array(131_072));
      sweep();
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect((process.memoryUsage().arrayBuffers - before) / 1e6).toBeLessThan(25);
  });
});
