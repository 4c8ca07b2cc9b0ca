import type { PrepareStudy } from '../experiment/prepared-study.ts';
import { runCohortFigures } from '../experiment/run-cohort-figures.ts';
import type { Figures } from '../results/figures.ts';
import type { Study } from '../scenario/study.ts';
import { withParameters } from '../scenario/with-parameters.ts';
import { errorOf, type Target } from './targets.ts';

/** A parameter that may move, within a range. */
export type Axis = { readonly name: string; readonly low: number; readonly high: number };

/** A figure that a cohort does not have counts as this many errors off, so that the search goes elsewhere. */
const MISSING = 1000;

/** Tries values of parameters, each from 0 to 1 of its range, and remembers what came of them. */
export class TrialStudy {
  readonly axes: readonly Axis[];
  readonly #prepare: PrepareStudy;
  readonly #study: Study;
  readonly #patients: number;
  readonly #seed: number;
  readonly #known = new Map<string, Figures>();

  constructor(prepare: PrepareStudy, study: Study, axes: readonly Axis[], patients: number, seed: number) {
    this.axes = axes;
    this.#prepare = prepare;
    this.#study = study;
    this.#patients = patients;
    this.#seed = seed;
  }

  /** How many different points were simulated. */
  get trials(): number {
    return this.#known.size;
  }

  /** The values of the parameters at a point. */
  valuesAt(point: readonly number[]): Record<string, number> {
    return Object.fromEntries(
      this.axes.map(({ name, low, high }, i) => [
        name,
        low + Math.min(1, Math.max(0, point[i]!)) * (high - low),
      ]),
    );
  }

  /** The figures at a point, of the patients of a replication. */
  figuresAt(point: readonly number[], replication = 0): Figures {
    const values = this.valuesAt(point);
    const key = JSON.stringify([replication, values]);
    const figures =
      this.#known.get(key) ??
      runCohortFigures(this.#prepare(withParameters(this.#study, values)), {
        ...{ seed: this.#seed, patients: this.#patients, replication },
      });
    this.#known.set(key, figures);
    return figures;
  }

  /** By how many errors each target is missed at a point. */
  missesAt(point: readonly number[], targets: readonly Target[], replication = 0): number[] {
    const figures = this.figuresAt(point, replication);
    return targets.map((target) => {
      const simulated = simulatedOf(target, figures);
      return simulated === null ? MISSING : (simulated - target.value) / errorOf(target);
    });
  }
}

/** What a cohort came to for a target; null where it does not have the figure. */
export function simulatedOf({ figure }: Target, figures: Figures): number | null {
  const values = [figure].flat().map((name) => figures[name] ?? null);
  return values.includes(null) ? null : values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
}
