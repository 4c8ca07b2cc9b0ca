import { z } from 'zod';
import { ProgramEntry } from './program-entry.ts';

/** A directory of programs, as a person writes it. A value has the right shape; `checkDirectory` tells whether it makes sense. */
export const ProgramDirectory = z.strictObject({
  title: z.string().min(1),
  note: z.string().optional(),
  programs: z.array(ProgramEntry).min(1).max(20_000),
});
export type ProgramDirectory = z.infer<typeof ProgramDirectory>;
