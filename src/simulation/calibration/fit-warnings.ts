import type { FittedParameter, FittedTarget, LooseDirection } from './fit.ts';
import { isMet } from './judge-fit.ts';

/** What a fit is warned of: its figures, parameters and what the published figures say against each other. */
export type FitFindings = {
  readonly parameters: readonly FittedParameter[];
  readonly figures: readonly FittedTarget[];
  readonly loose: readonly LooseDirection[];
  readonly degreesOfFreedom: number;
  readonly contradictions: readonly string[];
  readonly badly: boolean;
};

/** Says in sentences what is wrong with a fit: figures that are missed, parameters at a bound, and what is not determined. */
export function fitWarnings(findings: FitFindings): string[] {
  const { parameters, figures, loose, degreesOfFreedom } = findings;
  const warnings: string[] = [...findings.contradictions];
  if (degreesOfFreedom < 0)
    warnings.push(
      `There are more parameters (${parameters.length}) than figures (${parameters.length + degreesOfFreedom}): many values fit as well as these.`,
    );
  for (const figure of figures) if (!isMet(figure)) warnings.push(missed(figure));
  if (findings.badly && figures.every((figure) => figure.heldOut || isMet(figure)))
    warnings.push('Each figure is met, but all together they are further off than chance explains.');
  for (const { name, atBound, value, identifiable } of parameters) {
    if (!identifiable)
      warnings.push(`${name} is not identifiable: the figures say next to nothing about it.`);
    else if (atBound)
      warnings.push(
        `${name} lies at an end of its range, ${shown(value)}: the figures ask for a value beyond it, or for none.`,
      );
  }
  for (const direction of loose) {
    const names = Object.keys(direction);
    if (names.length > 1)
      warnings.push(
        `${names.join(', ')} cannot be told apart: moved together they change the figures little.`,
      );
  }
  return warnings;
}

function missed({ figure, target, simulated, off, heldOut }: FittedTarget): string {
  const what = heldOut ? 'The held-out figure' : 'The figure';
  const came = simulated === null ? 'does not exist in the simulated cohort' : `comes to ${shown(simulated)}`;
  const by = off === null ? '' : `, ${Math.abs(off).toFixed(1)} errors off`;
  return `${what} ${figure} ${came} and not to ${shown(target)}${by}.`;
}

function shown(value: number): string {
  return Number(value.toPrecision(4)).toString();
}
