import { z } from 'zod';
import { Identifier } from './identifier.ts';
import { provenance } from './provenance.ts';

/** An assessment that yields a score, such as a questionnaire, with the range that its scores can have. */
export const Instrument = z.strictObject({
  id: Identifier,
  title: z.string().min(1),
  minimum: z.number().optional().describe('the lowest score that it can give'),
  maximum: z.number().optional().describe('the highest score that it can give'),
  ...provenance,
});
export type Instrument = z.infer<typeof Instrument>;
