import { quantileOf } from '../scenario/distribution.ts';
import { latinHypercube } from '../scenario/latin-hypercube.ts';
import type { Study } from '../scenario/study.ts';
import { takesWholeOnly } from '../scenario/takes-whole-only.ts';
import type { ParameterValues } from '../scenario/with-parameters.ts';

/**
 * Draws sets of values for all parameters of a study at once, a Latin hypercube over their distributions (even between low and
 * high where none is given). The same seed gives the same sets.
 */
export function probabilisticSets(study: Study, draws: number, seed: number): ParameterValues[] {
  const parameters = Object.entries(study.scenario.parameters ?? {}).map(([name, parameter]) => {
    const whole = takesWholeOnly(study, name, parameter.low, parameter.high);
    return [name, parameter, whole ? Math.round : (value: number) => value] as const;
  });
  return latinHypercube(draws, parameters.length, seed).map((point) =>
    Object.fromEntries(
      parameters.map(([name, { low, high, distribution }, taken], axis) => [
        name,
        taken(quantileOf(distribution ?? { type: 'uniform', low, high }, point[axis]!)),
      ]),
    ),
  );
}
