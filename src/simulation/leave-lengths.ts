import { type Distribution, quantileOf } from './scenario/distribution.ts';
import { THRESHOLD_ONE } from './threshold-table.ts';

/** The longest leave that is told apart, in days: twenty years. */
const LONGEST = 7308;

const known = new WeakMap<Distribution, Int32Array>();

/**
 * How long a leave is, as thresholds for a draw of thirty bits in rising order: one day, and a day more for each threshold that the
 * draw reaches. Pure; the same whole numbers for the kernel and the machine.
 */
export function leaveLengths(law: Distribution): Int32Array {
  let lengths = known.get(law);
  if (!lengths) {
    lengths = thresholdsOf(law);
    known.set(law, lengths);
  }
  return lengths;
}

function thresholdsOf(law: Distribution): Int32Array {
  const upTo: number[] = [];
  const lengthOf = (draw: number) =>
    Math.min(LONGEST, Math.max(1, Math.round(quantileOf(law, (draw + 0.5) / THRESHOLD_ONE))));
  const add = (from: number, to: number, draw: number) => {
    for (let length = from; length < to; length += 1) upTo.push(draw);
  };
  const between = (low: number, short: number, high: number, long: number): void => {
    if (short >= long) return;
    if (high - low === 1) {
      add(short, long, high);
      return;
    }
    const middle = Math.floor((low + high) / 2);
    const length = lengthOf(middle);
    between(low, short, middle, length);
    between(middle, length, high, long);
  };
  const last = THRESHOLD_ONE - 1;
  add(1, lengthOf(0), 0);
  between(0, lengthOf(0), last, lengthOf(last));
  return Int32Array.from(upTo);
}
