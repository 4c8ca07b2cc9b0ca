import type { z } from 'zod';
import { HttpProblem } from './http-problem.ts';

/**
 * Reads a value with a schema. Throws the problem `invalid-request` (400) with all that is wrong in `errors`: each with a JSON pointer
 * (RFC 6901) below `in`, which is `body`, `query` or `path`.
 */
export function readWith<T>(schema: z.ZodType<T>, value: unknown, where: 'body' | 'query' | 'path'): T {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const errors = read.error.issues.slice(0, 50).map((issue) => ({
    in: where,
    pointer: issue.path
      .map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`)
      .join(''),
    message: issue.message,
  }));
  const first = errors[0];
  const place = first === undefined ? '' : ` ${first.pointer.slice(1) || where}: ${first.message}`;
  throw new HttpProblem(400, 'invalid-request', `The request is not as it should be.${place}`, { errors });
}
