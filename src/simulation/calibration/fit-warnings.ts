import type { FittedParameter, FittedTarget, LooseDirection } from './fit.ts';

/** Says in sentences what is wrong with a fit: figures that are missed, parameters at a bound, and what is not determined. */
export function fitWarnings(
  parameters: readonly FittedParameter[],
  figures: readonly FittedTarget[],
  loose: readonly LooseDirection[],
  degreesOfFreedom: number,
): string[] {
  const warnings: string[] = [];
  if (degreesOfFreedom < 0)
    warnings.push('There are more parameters than figures: many values fit as well as these.');
  for (const { figure, target, simulated, off, heldOut } of figures) {
    if (off !== null && Math.abs(off) <= 2) continue;
    const what = heldOut ? 'The held-out figure' : 'The figure';
    const came =
      simulated === null ? 'does not exist in the simulated cohort' : `comes to ${shown(simulated)}`;
    const by = off === null ? '' : `, ${Math.abs(off).toFixed(1)} errors off`;
    warnings.push(`${what} ${figure} ${came} and not to ${shown(target)}${by}.`);
  }
  for (const { name, atBound, value, identifiable } of parameters) {
    if (atBound)
      warnings.push(
        `${name} lies at an end of its range, ${shown(value)}: the figures ask for a value beyond it.`,
      );
    if (!identifiable)
      warnings.push(`${name} is not identifiable: the figures say next to nothing about it.`);
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

function shown(value: number): string {
  return Number(value.toPrecision(4)).toString();
}
