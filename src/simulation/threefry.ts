/** The rotations of the eight rounds that repeat (Salmon and others 2011, table 2, Threefry-2x32). */
export const THREEFRY_ROTATIONS = [13, 15, 26, 6, 17, 29, 16, 24] as const;

/** The constant that makes the third word of the key (Skein 1.3, `C240`, lower word). */
export const THREEFRY_PARITY = 0x1bd11bda;

/**
 * Threefry-2x32-20, a counter-based random number generator: two words from a key of two words and a counter of two words, with
 * no state between calls (Salmon, Moraes, Dror, Shaw: Parallel random numbers, as easy as 1, 2, 3; SC11). Writes two
 * words, as signed 32-bit integers, to `out`.
 *
 * ```ts
 * const out = new Int32Array(2);
 * threefry2x32(0, 0, 0, 0, out);
 * out[0] >>> 0 //=> 0x6b200159
 * ```
 */
export function threefry2x32(
  key0: number,
  key1: number,
  counter0: number,
  counter1: number,
  out: Int32Array,
) {
  const keys = [key0 | 0, key1 | 0, (key0 ^ key1 ^ THREEFRY_PARITY) | 0];
  let x = (counter0 + key0) | 0;
  let y = (counter1 + key1) | 0;
  for (let group = 0; group < 5; group += 1) {
    for (let round = 0; round < 4; round += 1) {
      const bits = THREEFRY_ROTATIONS[((group % 2) * 4 + round) as 0];
      x = (x + y) | 0;
      y = ((y << bits) | (y >>> (32 - bits))) ^ x;
    }
    x = (x + (keys[(group + 1) % 3] as number)) | 0;
    y = (y + (keys[(group + 2) % 3] as number) + group + 1) | 0;
  }
  out[0] = x;
  out[1] = y;
}
