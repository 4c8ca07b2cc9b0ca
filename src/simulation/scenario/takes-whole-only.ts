import type { Study } from './study.ts';
import { withParameters } from './with-parameters.ts';

/**
 * Whether a parameter stands where only whole numbers are allowed, as days, places and numbers of sessions. Tried: a fraction is
 * refused within its range, and the whole number beside it is not.
 */
export function takesWholeOnly(study: Study, name: string, low: number, high: number): boolean {
  const fraction = low + (high - low) * 0.4142135;
  return !isAllowed(study, name, fraction) && isAllowed(study, name, Math.round(fraction));
}

function isAllowed(study: Study, name: string, value: number): boolean {
  try {
    withParameters(study, { [name]: value });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
