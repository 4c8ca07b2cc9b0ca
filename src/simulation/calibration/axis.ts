/** A parameter that may move, within a range; `whole` where it takes whole numbers only. A fit goes along it from 0 to 1. */
export type Axis = {
  readonly name: string;
  readonly low: number;
  readonly high: number;
  readonly whole?: boolean;
};

/**
 * The value of a parameter at a place from 0 to 1. A range that begins near nothing, as that of a hazard, is gone through in squares, so
 * that as much of the way lies among its small values as they matter.
 */
export function valueOn(axis: Axis, place: number): number {
  const { low, high, whole } = axis;
  const at = Math.min(1, Math.max(0, place));
  const value = low + (inSquares(axis) ? at * at : at) * (high - low);
  return whole ? Math.min(Math.floor(high), Math.max(Math.ceil(low), Math.round(value))) : value;
}

/** The place of a value: `valueOn` backwards. */
export function placeOn(axis: Axis, value: number): number {
  const at = Math.min(1, Math.max(0, (value - axis.low) / (axis.high - axis.low)));
  return inSquares(axis) ? Math.sqrt(at) : at;
}

/** A step along an axis with which a slope is measured: the given one, or one whole number where that is more. */
export function stepOn({ low, high, whole }: Axis, step: number): number {
  return whole ? Math.min(0.5, Math.max(step, 1 / (high - low))) : step;
}

function inSquares({ low, high, whole }: Axis): boolean {
  return !whole && low >= 0 && high > 10 * low;
}
