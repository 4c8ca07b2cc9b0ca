import type { FittedParameter, FittedTarget, LooseDirection } from './fit.ts';
import { isMet, isOutOfReach } from './judge-fit.ts';

/** What a fit is warned of: its figures, parameters and what the published figures say against each other. */
export type FitFindings = {
  readonly parameters: readonly FittedParameter[];
  readonly figures: readonly FittedTarget[];
  readonly loose: readonly LooseDirection[];
  readonly degreesOfFreedom: number;
  readonly contradictions: readonly string[];
  readonly badly: boolean;
  readonly trials: number;
  /** Whether the search ended because it had simulated as many trials as it may. */
  readonly spent: boolean;
};

/** Says in sentences what is wrong with a fit: figures that are missed, ranges that bind, and what is not determined. */
export function fitWarnings(findings: FitFindings): string[] {
  const { parameters, figures, loose, degreesOfFreedom, badly, trials } = findings;
  const warnings: string[] = [...findings.contradictions];
  const moving = parameters.filter(({ moves, held }) => moves && held === undefined);
  const held = parameters.filter((one) => one.held === true).map(({ name }) => name);
  if (held.length > 0)
    warnings.push(
      `The figures tell ${moving.length} parameters apart: ${held.join(', ')} ${held.length === 1 ? 'is' : 'are'} held. Name in fit which shall move.`,
    );
  if (degreesOfFreedom < 0)
    warnings.push(
      `There are more parameters (${moving.length}) than figures (${moving.length + degreesOfFreedom}): many values fit as well as these.`,
    );
  for (const figure of figures) if (!isMet(figure)) warnings.push(missed(figure, trials));
  if (badly && figures.every((figure) => figure.heldOut || isMet(figure)))
    warnings.push('Each figure is met, but all together they are further off than chance explains.');
  if (badly && findings.spent)
    warnings.push(
      `The search was ended after ${trials} trials with ${moving.length} parameters: name fewer in fit, or narrower ranges, and it may come further.`,
    );
  const ends = moving.filter(({ atBound }) => atBound);
  for (const one of ends) warnings.push(atEnd(one, badly));
  if (badly && ends.length === 0)
    warnings.push(
      'No range of a parameter binds: the program, or the form of the models, does not let the figures be met.',
    );
  for (const { name, moves, held, start, identifiable } of parameters) {
    if (held === true) continue;
    if (!moves) warnings.push(`${name} moves none of the figures, and is left at ${shown(start)}.`);
    else if (!identifiable)
      warnings.push(`${name} is not identifiable: the figures say next to nothing about it.`);
  }
  for (const direction of loose) {
    const names = Object.keys(direction);
    if (names.length > 1)
      warnings.push(
        `${names.join(', ')} cannot be told apart: moved together they change the figures little.`,
      );
  }
  if (badly && moving.some(({ identifiable }) => !identifiable))
    warnings.push('What is said of single parameters holds around this point, which is no fit.');
  return warnings;
}

function missed(figure: FittedTarget, trials: number): string {
  const { figure: name, target, simulated, off, heldOut, reach } = figure;
  const what = heldOut ? 'The held-out figure' : 'The figure';
  const came = simulated === null ? 'does not exist in the simulated cohort' : `comes to ${shown(simulated)}`;
  const by = off === null ? '' : `, ${Math.abs(off).toFixed(1)} errors off`;
  const said = `${what} ${name} ${came} and not to ${shown(target)}${by}`;
  if (reach === null) return `${said}; it did not exist in any of ${trials} trials.`;
  if (isOutOfReach(figure))
    return `${said}. It is out of reach: ${trials} trials over all ranges came to ${shown(reach[0])} to ${shown(reach[1])}.`;
  return `${said}; other trials came to it, and missed other figures.`;
}

function atEnd({ name, value, range: [low, high] }: FittedParameter, badly: boolean): string {
  const end = value - low < high - value ? 'lower' : 'upper';
  const wide = badly
    ? `: the range binds; where a value ${end === 'lower' ? 'below' : 'above'} it is plausible, give fit a wider one`
    : ': a value beyond it may fit as well';
  return `${name} lies at the ${end} end of its range, ${shown(value)} of ${shown(low)} to ${shown(high)}${wide}.`;
}

function shown(value: number): string {
  return Number(value.toPrecision(4)).toString();
}
