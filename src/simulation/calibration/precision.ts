import { z } from 'zod';

/** How precisely a published figure is known: said in exactly one of these ways. */
export const Precision = z.strictObject({
  se: z.number().positive().optional().describe('its standard error'),
  low: z.number().optional().describe('lower end of its 95 % interval'),
  high: z.number().optional().describe('upper end of its 95 % interval'),
  n: z.int().min(1).optional().describe('of how many people it is a share; with sd, a mean'),
  sd: z.number().positive().optional().describe('the standard deviation of single people about a mean'),
  within: z
    .number()
    .positive()
    .optional()
    .describe('how far off still counts as met, where no error is published'),
});
export type Precision = z.infer<typeof Precision>;

/** What is wrong with how a precision is said; null where it is said once. */
export function precisionProblem({ se, low, high, within, n, sd }: Precision): string | null {
  const said = [se, within, low ?? high, n ?? sd].filter((given) => given !== undefined).length;
  if (said !== 1)
    return 'say once how precisely it is known: se, low and high, n (with sd for a mean), or within';
  if ((low === undefined) !== (high === undefined)) return 'write both low and high';
  if (low !== undefined && low >= high!) return 'low is not below high';
  if (sd !== undefined && n === undefined) return 'a standard deviation needs n, the number of people';
  return null;
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
