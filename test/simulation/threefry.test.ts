import { describe, expect, it } from 'vitest';
import { threefry2x32 } from '../../src/simulation/threefry.ts';

describe('Threefry-2x32 of twenty rounds', () => {
  it.each([
    [0, 0, 0, 0, 0x6b200159, 0x99ba4efe],
    [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0x1cb996fc, 0xbb002be7],
    [0x13198a2e, 0x03707344, 0x243f6a88, 0x85a308d3, 0xc4923a9c, 0x483df7a0],
  ])('gives the known answers of Random123 for the key %i %i', (k0, k1, c0, c1, first, second) => {
    const out = new Int32Array(2);
    threefry2x32(k0, k1, c0, c1, out);
    expect([out[0]! >>> 0, out[1]! >>> 0]).toEqual([first, second]);
  });
});
