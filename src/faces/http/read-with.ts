import type { z } from 'zod';
import { HttpProblem } from './http-problem.ts';

/** How many unknown keys are named, and how long a key and a message become at most. */
const MOST_KEYS = 20;
const LONGEST_KEY = 100;
const LONGEST = 2000;

/**
 * Reads a value with a schema. Throws the problem `invalid-request` (400) with all that is wrong in `errors`: each with a JSON pointer
 * (RFC 6901) below `in`, which is `body`, `query` or `path`. Of a request that is all wrong the beginning is told.
 */
export function readWith<T>(schema: z.ZodType<T>, value: unknown, where: 'body' | 'query' | 'path'): T {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const errors = read.error.issues.slice(0, 50).map((issue) => ({
    in: where,
    pointer: issue.path
      .map((part) => `/${short(String(part)).replaceAll('~', '~0').replaceAll('/', '~1')}`)
      .join(''),
    message: messageOf(issue),
  }));
  const first = errors[0];
  const place = first === undefined ? '' : ` ${first.pointer.slice(1) || where}: ${first.message}`;
  throw new HttpProblem(400, 'invalid-request', `The request is not as it should be.${place}`, { errors });
}

/** What is wrong, in a sentence that does not grow with what was sent. */
function messageOf(issue: z.core.$ZodIssue): string {
  if (issue.code !== 'unrecognized_keys') return issue.message.slice(0, LONGEST);
  const named = issue.keys.slice(0, MOST_KEYS).map((key) => JSON.stringify(short(key)));
  const more = issue.keys.length - named.length;
  const several = issue.keys.length > 1 ? 's' : '';
  return `Unrecognized key${several}: ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function short(key: string): string {
  return key.length > LONGEST_KEY ? `${key.slice(0, LONGEST_KEY)}…` : key;
}
