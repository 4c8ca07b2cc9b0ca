import { didYouMean } from '../../curriculum/did-you-mean.ts';
import type { Scenario } from './scenario.ts';

/** Says that a scenario declares no parameter of a name, with the one that may be meant or all that there are; null where it does. Pure. */
export function parameterProblem(
  name: string,
  { parameters = {} }: Pick<Scenario, 'parameters'>,
): string | null {
  const known = Object.keys(parameters);
  if (known.includes(name)) return null;
  const others = known.length === 0 ? '; it declares none' : `; it declares ${known.join(', ')}`;
  return `the scenario declares no parameter ${name}${didYouMean(name, known) || others}`;
}
