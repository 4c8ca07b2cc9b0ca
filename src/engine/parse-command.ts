import type { z } from 'zod';
import { StepwellError } from './stepwell-error.ts';

/** Reads a command by its schema. Throws `invalid-command` with all that is wrong with it. */
export function parseCommandWith<T>(schema: z.ZodType<T>, input: unknown): T {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(
    (issue) => `${issue.path.join('.') || 'command'}: ${issue.message}`,
  );
  throw new StepwellError('invalid-command', problems.join('; '), { issues: parsed.error.issues });
}
