/** A parameter that may move, within a range. A fit goes along it from 0 to 1. */
export type Axis = { readonly name: string; readonly low: number; readonly high: number };

/**
 * The value of a parameter at a place from 0 to 1. A range that begins near nothing, as that of a hazard, is gone through in squares, so
 * that as much of the way lies among its small values as they matter.
 */
export function valueOn({ low, high }: Axis, place: number): number {
  const at = Math.min(1, Math.max(0, place));
  return low + (inSquares(low, high) ? at * at : at) * (high - low);
}

/** The place of a value: `valueOn` backwards. */
export function placeOn({ low, high }: Axis, value: number): number {
  const at = Math.min(1, Math.max(0, (value - low) / (high - low)));
  return inSquares(low, high) ? Math.sqrt(at) : at;
}

function inSquares(low: number, high: number): boolean {
  return low >= 0 && high > 10 * low;
}
