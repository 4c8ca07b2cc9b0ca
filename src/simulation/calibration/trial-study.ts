import type { Figures } from '../results/figures.ts';
import { type Axis, valueOn } from './axis.ts';
import { errorOf, figuresOfTarget, type Target } from './targets.ts';

/** A cohort that a fit wants to see: which values the parameters have, and which patients it is of. */
export type Trial = { readonly values: Readonly<Record<string, number>>; readonly replication: number };

/** A part of a fit, which asks for trials and is given their figures in the same order. */
export type Trials<Result> = Generator<readonly Trial[], Result, readonly Figures[]>;

/** A place in the space of parameters, each from 0 to 1 of its range. */
export type Point = readonly number[];

/** A figure that a cohort does not have counts as this many errors off, so that the search goes elsewhere. */
const MISSING = 1000;

/** Thrown by a look at a point that was not simulated yet. */
export class NotSimulated extends Error {
  readonly point: Point;

  constructor(point: Point) {
    super('this point was not simulated yet');
    this.point = point;
  }
}

/** Remembers what came of the trials of a fit, and asks for those that are missing, many at once. */
export class TrialStudy {
  readonly axes: readonly Axis[];
  readonly #known = new Map<string, Figures>();

  constructor(axes: readonly Axis[]) {
    this.axes = axes;
  }

  /** How many different trials were simulated. */
  get trials(): number {
    return this.#known.size;
  }

  /** The values of the parameters at a point. */
  valuesAt(point: Point): Record<string, number> {
    return Object.fromEntries(this.axes.map((axis, i) => [axis.name, valueOn(axis, point[i]!)]));
  }

  /** Asks for the points that were not simulated yet, of the patients of each replication. */
  *ask(points: readonly Point[], replications: readonly number[] = [0]): Trials<void> {
    const missing = new Map<string, Trial>();
    for (const point of points)
      for (const replication of replications) {
        const key = this.#key(point, replication);
        if (!this.#known.has(key)) missing.set(key, { values: this.valuesAt(point), replication });
      }
    if (missing.size === 0) return;
    const figures = yield [...missing.values()];
    for (const [index, key] of [...missing.keys()].entries()) this.#known.set(key, figures[index]!);
  }

  /** The figures at a point that was simulated; throws `NotSimulated` for another. */
  figuresAt(point: Point, replication = 0): Figures {
    const figures = this.#known.get(this.#key(point, replication));
    if (figures === undefined) throw new NotSimulated([...point]);
    return figures;
  }

  /** By how many errors each target is missed at a point. */
  missesAt(point: Point, targets: readonly Target[], replication = 0): number[] {
    const figures = this.figuresAt(point, replication);
    return targets.map((target) => {
      const simulated = simulatedOf(target, figures);
      return simulated === null ? MISSING : (simulated - target.value) / errorOf(target);
    });
  }

  /** Whether a cohort that was simulated does not have a figure, as the stay of nobody. */
  isMissing(point: Point, target: Target, replication = 0): boolean {
    return simulatedOf(target, this.figuresAt(point, replication)) === null;
  }

  /** The sum of the squared misses at a point. */
  scoreAt(point: Point, targets: readonly Target[]): number {
    return this.missesAt(point, targets).reduce((sum, miss) => sum + miss ** 2, 0);
  }

  /** The least and the most that a target came to in any trial; null where no trial had it. */
  reachOf(target: Target): readonly [number, number] | null {
    const seen = [...this.#known.values()].flatMap((figures) => simulatedOf(target, figures) ?? []);
    return seen.length === 0 ? null : [Math.min(...seen), Math.max(...seen)];
  }

  #key(point: Point, replication: number): string {
    return `${replication} ${this.axes.map((axis, i) => valueOn(axis, point[i]!)).join()}`;
  }
}

/** What a cohort came to for a target; null where it does not have the figure. */
export function simulatedOf(target: Target, figures: Figures): number | null {
  const values = figuresOfTarget(target).map((name) => figures[name] ?? null);
  return values.includes(null) ? null : values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
}
