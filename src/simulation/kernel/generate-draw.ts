import { THREEFRY_PARITY, THREEFRY_ROTATIONS } from '../threefry.ts';

/** Statements that begin a patient's key: the seed is in `k0`, the patient's number in `k1`. */
export const KEY = `k2 = k0 ^ k1 ^ ${THREEFRY_PARITY};`;

/** Statements that draw two words, `x` and `y` unless named, for a counter and a purpose: `threefry2x32`, written out. */
export function generateDraw(counter: string, purpose: string, x = 'x', y = 'y'): string {
  const lines = [`${x} = ${counter} + k0 | 0; ${y} = ${purpose} + k1 | 0;`];
  for (let group = 0; group < 5; group += 1) {
    for (let round = 0; round < 4; round += 1) {
      const bits = THREEFRY_ROTATIONS[((group % 2) * 4 + round) as 0];
      lines.push(`${x} = ${x} + ${y} | 0; ${y} = (${y} << ${bits} | ${y} >>> ${32 - bits}) ^ ${x};`);
    }
    lines.push(
      `${x} = ${x} + k${(group + 1) % 3} | 0; ${y} = ${y} + k${(group + 2) % 3} + ${group + 1} | 0;`,
    );
  }
  return lines.join(' ');
}
