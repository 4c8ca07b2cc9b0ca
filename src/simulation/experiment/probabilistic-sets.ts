import { quantileOf } from '../scenario/distribution.ts';
import { latinHypercube } from '../scenario/latin-hypercube.ts';
import type { Study } from '../scenario/study.ts';
import type { ParameterValues } from '../scenario/with-parameters.ts';

/**
 * Draws sets of values for all parameters of a study at once, a Latin hypercube over their distributions (even between low and
 * high where none is given). The same seed gives the same sets.
 */
export function probabilisticSets(study: Study, draws: number, seed: number): ParameterValues[] {
  const parameters = Object.entries(study.scenario.parameters ?? {});
  return latinHypercube(draws, parameters.length, seed).map((point) =>
    Object.fromEntries(
      parameters.map(([name, { low, high, distribution }], axis) => [
        name,
        quantileOf(distribution ?? { type: 'uniform', low, high }, point[axis]!),
      ]),
    ),
  );
}
