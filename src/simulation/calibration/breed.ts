import { uniformDraws } from '../scenario/uniform-draws.ts';
import type { Point, TrialStudy, Trials } from './trial-study.ts';

const GENERATIONS = 14;
/** After so many generations without a better point there is nothing more to find this way. */
const PATIENCE = 4;
/** How far a point goes towards the best, and along the way from one of the others to another. */
const TOWARDS_BEST = 0.5;
const ALONG = 0.6;
/** How many of the parameters a child takes from the move; the others stay those of its parent. */
const CROSSOVER = 0.8;

/**
 * Breeds better points from many by differential evolution (Storn and Price 1997, `current-to-best/1/bin`): a child goes from its parent
 * towards the best point and along the way between two others, and takes its parent's place where it is better. Ways between good points lie
 * along narrow valleys, in which one parameter makes up for another. Ends where a point is good enough; the same seed gives the same points.
 */
export function* breed(
  trial: TrialStudy,
  options: {
    readonly population: readonly Point[];
    readonly score: (point: Point) => number;
    readonly isEnough: (point: Point) => boolean;
    readonly seed: number;
  },
): Trials<readonly Point[]> {
  const { score, isEnough, seed } = options;
  const size = Math.max(8, 4 * trial.axes.length);
  let parents = [...options.population].sort((a, b) => score(a) - score(b)).slice(0, size);
  let sinceBetter = 0;
  for (let generation = 0; generation < GENERATIONS && sinceBetter < PATIENCE; generation += 1) {
    const best = parents[0]!;
    if (isEnough(best)) break;
    const children = parents.map((parent, p) =>
      childOf(parent, best, parents, uniformDraws(seed, 10_000 + generation * 1000 + p)),
    );
    yield* trial.ask(children);
    const before = score(best);
    parents = parents
      .map((parent, p) => (score(children[p]!) < score(parent) ? children[p]! : parent))
      .sort((a, b) => score(a) - score(b));
    sinceBetter = score(parents[0]!) < before * 0.98 ? 0 : sinceBetter + 1;
  }
  return parents;
}

function childOf(
  parent: Point,
  best: Point,
  parents: readonly Point[],
  draw: (counter: number) => number,
): Point {
  const one = parents[Math.floor(draw(0) * parents.length)]!;
  const other = parents[Math.floor(draw(1) * parents.length)]!;
  const always = Math.floor(draw(2) * parent.length);
  return parent.map((at, i) => {
    if (i !== always && draw(3 + i) >= CROSSOVER) return at;
    const moved = at + TOWARDS_BEST * (best[i]! - at) + ALONG * (one[i]! - other[i]!);
    if (moved < 0) return at / 2;
    return moved > 1 ? (1 + at) / 2 : moved;
  });
}
