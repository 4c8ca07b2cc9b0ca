import { z } from 'zod';
import { provenance } from './provenance.ts';

/** One numbered topic of a track. */
export const Session = z.strictObject({
  number: z.int().min(1).max(999),
  title: z.string().min(1),
  homework: z.boolean().optional().describe('true where the session gives homework to hand in'),
  ...provenance,
});
export type Session = z.infer<typeof Session>;
