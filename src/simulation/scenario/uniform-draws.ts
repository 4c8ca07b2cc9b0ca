import { threefry2x32 } from '../threefry.ts';

/** Keeps the draws of designs apart from those of patients. */
const DESIGN = 0x64657369;

/**
 * Uniform numbers over (0, 1) by their place, with nothing drawn in turn: the same seed, stream and place give the same number.
 */
export function uniformDraws(seed: number, stream: number): (place: number) => number {
  const out = new Int32Array(2);
  return (place) => {
    threefry2x32(seed, DESIGN, stream, place, out);
    return ((out[0]! >>> 0) + 0.5) / 2 ** 32;
  };
}
