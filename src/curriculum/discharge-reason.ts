import { z } from 'zod';

/** Why an episode ended: the reasons of SAMHSA's Treatment Episode Data Set (TEDS-D REASON 1 to 7). */
export const DischargeReason = z.enum([
  'completed',
  'dropped-out',
  'terminated',
  'transferred',
  'incarcerated',
  'death',
  'other',
]);
export type DischargeReason = z.infer<typeof DischargeReason>;
