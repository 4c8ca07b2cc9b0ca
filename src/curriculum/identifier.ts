import { z } from 'zod';

/** A kebab-case name inside a curriculum: lower-case letters, digits and single hyphens, at most 64 characters. */
export const Identifier = z
  .string()
  .max(64)
  .regex(
    /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
    'use lower-case letters, digits and hyphens, for example relapse-prevention',
  );
export type Identifier = z.infer<typeof Identifier>;
