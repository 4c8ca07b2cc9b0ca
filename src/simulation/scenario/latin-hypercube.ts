import { uniformDraws } from './uniform-draws.ts';

/**
 * Spreads points over the unit cube so that each axis is covered evenly: of `points` equal slices of an axis each holds exactly
 * one point (McKay, Beckman and Conover 1979). Gives `points` rows of `axes` numbers in (0, 1); the same seed the same points.
 */
export function latinHypercube(points: number, axes: number, seed: number): number[][] {
  const columns = Array.from({ length: axes }, (_, axis) => {
    const draw = uniformDraws(seed, axis);
    const slices = Array.from({ length: points }, (_, slice) => slice);
    for (let i = points - 1; i > 0; i -= 1) {
      const j = Math.floor(draw(i) * (i + 1));
      [slices[i], slices[j]] = [slices[j]!, slices[i]!];
    }
    return slices.map((slice, point) => (slice + draw(points + point)) / points);
  });
  return Array.from({ length: points }, (_, point) => columns.map((column) => column[point]!));
}
