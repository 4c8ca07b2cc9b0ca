import { z } from 'zod';
import type { Precision } from './precision.ts';

/** How many of the unit of a figure one of a published unit is: days in a week, minutes in an hour. */
const FACTORS = { days: 1, weeks: 7, months: 365.25 / 12, minutes: 1, hours: 60 };

/** In which unit a figure was published, where that is not the one in which a cohort tells it: stays are days, dose is minutes. */
export const TargetUnit = z
  .enum(['days', 'weeks', 'months', 'minutes', 'hours'])
  .describe(
    'the unit of what was published, where it is not that of the figure: stays and abstinence are days, dose is minutes',
  );

/** A published figure in the unit in which a cohort tells it, its precision as well; without its unit. */
export function inOwnUnit<
  T extends Precision & { readonly value: number; readonly unit?: keyof typeof FACTORS | undefined },
>(target: T): Omit<T, 'unit'> {
  const { unit, ...rest } = target;
  if (unit === undefined) return rest;
  const keys = ['value', 'se', 'low', 'high', 'sd', 'within'] as const;
  const scaled = keys.flatMap((key) =>
    target[key] === undefined ? [] : [[key, target[key] * FACTORS[unit]]],
  );
  return { ...rest, ...Object.fromEntries(scaled) };
}
