import { z } from 'zod';
import { Identifier } from '../../curriculum/identifier.ts';

/** A published figure that a simulation is to come to, and how precisely it is known. */
const Target = z
  .strictObject({
    figure: z
      .union([z.string().min(1), z.array(z.string().min(1)).min(1)])
      .describe('the figure of a cohort that is meant; of several the sum'),
    value: z.number(),
    se: z.number().positive().optional().describe('its standard error'),
    low: z.number().optional().describe('lower end of its 95 % interval'),
    high: z.number().optional().describe('upper end of its 95 % interval'),
    within: z
      .number()
      .positive()
      .optional()
      .describe('how far off still counts as met, where no error is published'),
    holdOut: z
      .boolean()
      .optional()
      .describe('true for a figure that is not fitted, but looked at afterwards'),
    source: z.string().min(1),
  })
  .refine(
    ({ se, low, high, within }) =>
      [se, within, low ?? high].filter((given) => given !== undefined).length === 1 &&
      (low === undefined) === (high === undefined),
    'say once how precisely it is known: se, low and high, or within',
  );

/** What a scenario is fitted to: published figures, and the parameters that may move. */
export const Targets = z.strictObject({
  id: Identifier,
  title: z.string().min(1),
  note: z.string().optional(),
  targets: z.array(Target).min(1).max(1000),
  fit: z
    .array(z.string().min(1))
    .min(1)
    .max(24)
    .optional()
    .describe('names of parameters of the scenario; all of them unless given'),
  patients: z
    .int()
    .min(100)
    .max(10_000_000)
    .optional()
    .describe('patients for each trial; 20000 unless given'),
});
export type Targets = z.infer<typeof Targets>;
/** A published figure with its precision. */
export type Target = Targets['targets'][number];

/** The standard error that a target stands for: its own, that of its interval, or half of `within`. */
export function errorOf({ se, low, high, within }: Target): number {
  if (se !== undefined) return se;
  if (low !== undefined && high !== undefined) return (high - low) / (2 * 1.959963984540054);
  return within! / 2;
}

/** What a target is called: its figure, or the sum of several. */
export function nameOf({ figure }: Target): string {
  return typeof figure === 'string' ? figure : figure.join(' + ');
}
