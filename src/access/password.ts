import { z } from 'zod';

/** The fewest characters of a password that stands alone (NIST SP 800-63B-4, section 3.1.1.2: fifteen). */
export const SHORTEST_PASSWORD = 15;

/** A new password: long, without rules about its characters, of more than a few different ones. */
export const NewPassword = z
  .string()
  .min(SHORTEST_PASSWORD, `use at least ${SHORTEST_PASSWORD} characters; a sentence is easy to remember`)
  .max(200)
  .refine((text) => new Set(text).size >= 6, 'use more different characters');
export type NewPassword = z.infer<typeof NewPassword>;
