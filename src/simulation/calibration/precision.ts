import { z } from 'zod';
import { isShare } from '../results/is-share.ts';
import { PublishedNumber } from './published-number.ts';

/** What counts as met where nothing says how precisely a figure is known: of a share so much, of others such a part. */
const NEAR = { share: 0.02, part: 0.05 };

const Positive = PublishedNumber.refine((value) => value > 0, 'write a number above 0');

/** How precisely a published figure is known: said in one of these ways, or in none. */
export const Precision = z.strictObject({
  se: Positive.optional().describe('its standard error'),
  low: PublishedNumber.optional().describe('lower end of its 95 % interval'),
  high: PublishedNumber.optional().describe('upper end of its 95 % interval'),
  n: z.int().min(1).optional().describe('of how many people it is a share; with sd, a mean'),
  sd: z.number().positive().optional().describe('the standard deviation of single people about a mean'),
  within: Positive.optional().describe(
    'how far off still counts as met, where no error is published; without any of these 0.02 of a share, and a twentieth of other figures',
  ),
});
export type Precision = z.infer<typeof Precision>;

/** What is wrong with how a precision is said; null where it is said once, or not at all. */
export function precisionProblem({ se, low, high, within, n, sd }: Precision): string | null {
  const said = [se, within, low ?? high, n ?? sd].filter((given) => given !== undefined).length;
  if (said > 1)
    return 'say once how precisely it is known: se, low and high, n (with sd for a mean), or within';
  if ((low === undefined) !== (high === undefined)) return 'write both low and high';
  if (low !== undefined && low >= high!) return 'low is not below high';
  if (sd !== undefined && n === undefined) return 'a standard deviation needs n, the number of people';
  return null;
}

/** Whether anything says how precisely a figure is known. */
export function saysPrecision({ se, low, within, n }: Precision): boolean {
  return [se, low, within, n].some((given) => given !== undefined);
}

/** How far off counts as met of a figure whose precision nothing says. */
export function nearEnough(figure: string, value: number): number {
  return isShare(figure) ? NEAR.share : Math.max(NEAR.part * Math.abs(value), 1e-9);
}

/** The standard error that a figure with a precision stands for: its own, that of its interval or people, or half of `within`. */
export function standardError(value: number, { se, low, high, within, n, sd }: Precision): number {
  if (se !== undefined) return se;
  if (low !== undefined && high !== undefined) return (high - low) / (2 * 1.959963984540054);
  if (n === undefined) return within! / 2;
  if (sd !== undefined) return sd / Math.sqrt(n);
  const share = Math.min(1 - 0.5 / n, Math.max(0.5 / n, value));
  return Math.sqrt((share * (1 - share)) / n);
}
