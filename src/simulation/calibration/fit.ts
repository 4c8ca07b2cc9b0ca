/** A parameter after a fit. */
export type FittedParameter = {
  readonly name: string;
  /** Its value before. */
  readonly start: number;
  readonly value: number;
  /** A 95 % interval, within the range in which it was sought. */
  readonly low: number;
  readonly high: number;
  readonly range: readonly [number, number];
  /** False where the figures say next to nothing about it: its interval is as wide as its range lets it be. */
  readonly identifiable: boolean;
  /** True where the best value lies at an end of the range: the figures ask for a value beyond it. */
  readonly atBound: boolean;
  /** False where none of the figures depends on it: it was left where it was. */
  readonly moves: boolean;
  /** Present where it was left as it was, since the figures tell fewer parameters apart than the scenario declares, and `fit` named none. */
  readonly held?: true;
};

/** A published figure beside the simulated one, of other patients than those with whom it was fitted. */
export type FittedTarget = {
  readonly figure: string;
  readonly target: number;
  readonly error: number;
  /** Null where the cohort does not have the figure, for example the stay of nobody. */
  readonly simulated: number | null;
  /** How many standard errors the simulation is off. */
  readonly off: number | null;
  /** How many it may be off, and still count as met. */
  readonly limit: number;
  /** Whether its error was chosen, with `within`, and not published. */
  readonly chosen: boolean;
  readonly heldOut: boolean;
  /** The least and the most that the figure came to in any trial; null where no trial had it. */
  readonly reach: readonly [number, number] | null;
  readonly source: string;
};

/** A direction in which parameters can be moved together without the figures noticing: how much each takes part in it. */
export type LooseDirection = Readonly<Record<string, number>>;

/** What a fit came to. */
export type Fit = {
  readonly scenario: string;
  readonly targets: string;
  readonly parameters: readonly FittedParameter[];
  readonly figures: readonly FittedTarget[];
  readonly chiSquare: number;
  readonly degreesOfFreedom: number;
  /**
   * `fits`: every figure is met as closely as its error asks. `fits-badly`: some that were fitted are not, one by one or together.
   * `fails-held-out`: some that were held out are not. `not-determined`: all are met, by fewer figures than there are parameters.
   */
  readonly verdict: 'fits' | 'fits-badly' | 'fails-held-out' | 'not-determined';
  /** What is off, loose or at a bound, in sentences. Empty where there is nothing to say. */
  readonly warnings: readonly string[];
  readonly loose: readonly LooseDirection[];
  readonly trials: number;
  readonly patients: number;
  readonly seed: number;
};
