import { pchisq, qnorm } from 'lib-r-math.js';
import type { Fit, FittedTarget } from './fit.ts';

/** Figures are called missed so rarely by chance alone, all of a fit together. */
const CHANCE = 0.05;

/** How many errors a figure may be off: two where `within` says it, and otherwise what chance explains among so many figures. */
export function limitOf({ chosen }: Pick<FittedTarget, 'chosen'>, measured: number): number {
  return chosen ? 2 : qnorm(1 - CHANCE / (2 * Math.max(1, measured)));
}

/** Whether a figure comes as near to its target as it has to. */
export function isMet(figure: Pick<FittedTarget, 'off' | 'limit'>): boolean {
  return figure.off !== null && Math.abs(figure.off) <= figure.limit;
}

/** Whether no trial of the fit came as low, or as high, as the target is: no values within the ranges come to it. */
export function isOutOfReach({ target, reach }: Pick<FittedTarget, 'target' | 'reach'>): boolean {
  return reach === null || target < reach[0] || target > reach[1];
}

/**
 * Judges a fit by its figures: each has to be met, and those with a published error have to be no further off all together than
 * chance lets them be.
 */
export function judgeFit(
  figures: readonly Omit<FittedTarget, 'reach'>[],
  parameters: number,
): Pick<Fit, 'verdict' | 'chiSquare' | 'degreesOfFreedom'> {
  const fitted = figures.filter(({ heldOut }) => !heldOut);
  const sumOf = (list: readonly Pick<FittedTarget, 'off'>[]) =>
    list.reduce((sum, { off }) => sum + (off ?? 1000) ** 2, 0);
  const measured = fitted.filter(({ chosen }) => !chosen);
  const together =
    measured.length < 2 || pchisq(sumOf(measured), measured.length, undefined, false) > CHANCE / 5;
  const about = { chiSquare: sumOf(fitted), degreesOfFreedom: fitted.length - parameters };
  if (!fitted.every(isMet) || !together) return { ...about, verdict: 'fits-badly' };
  if (about.degreesOfFreedom < 0) return { ...about, verdict: 'not-determined' };
  return { ...about, verdict: figures.every(isMet) ? 'fits' : 'fails-held-out' };
}
