/** So many errors a parameter has to move the figures beside those that are told before it, over its whole range. */
const STANDS_OUT = 3;
/** A move by more errors counts as this many: a figure that comes and goes would outweigh all others. */
const MOST = 30;

/**
 * Chooses as many parameters as figures can tell apart: one after another that which moves the figures most in a way in which those before
 * it do not (Gram and Schmidt, with pivots). `moves[p]` says by how many errors parameter `p` moves each figure over its range. Gives
 * their places in order, at most `most`.
 */
export function toldApart(moves: readonly (readonly number[])[], most: number): number[] {
  let rest = moves.map((of) => of.map((move) => Math.max(-MOST, Math.min(MOST, move))));
  const chosen: number[] = [];
  while (chosen.length < most) {
    const lengths = rest.map((of, p) => (chosen.includes(p) ? -1 : Math.hypot(...of)));
    const longest = Math.max(...lengths);
    if (longest < STANDS_OUT) break;
    const best = lengths.indexOf(longest);
    chosen.push(best);
    const along = rest[best]!.map((part) => part / longest);
    rest = rest.map((of) => {
      const part = of.reduce((sum, move, t) => sum + move * along[t]!, 0);
      return of.map((move, t) => move - part * along[t]!);
    });
  }
  return chosen.sort((a, b) => a - b);
}
