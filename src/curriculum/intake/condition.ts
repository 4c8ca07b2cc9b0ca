import { z } from 'zod';

/** The conditions that programs are told apart by, with the words for them. */
export const CONDITIONS = {
  'substance-use': 'substance use',
  'dual-diagnosis': 'substance use together with a mental health condition',
  'mental-health': 'mental health',
  'eating-disorder': 'eating disorders',
} as const;

/** A condition for which a person looks for a program. */
export const Condition = z.enum(
  Object.keys(CONDITIONS) as [keyof typeof CONDITIONS, ...(keyof typeof CONDITIONS)[]],
);
export type Condition = z.infer<typeof Condition>;
