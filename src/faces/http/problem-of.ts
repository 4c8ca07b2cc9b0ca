import type { Refusal } from '../../engine/refusal.ts';
import { type ErrorCode, StepwellError } from '../../engine/stepwell-error.ts';
import { HttpProblem } from './http-problem.ts';

const UNAVAILABLE = 'The record cannot be used just now; nothing was written. Try again later.';

/**
 * The HTTP status of each failure of the engine, and what the caller is told; a new code does not compile until it has one. What is
 * told holds nothing of the failure's own text, which may name files.
 */
const ANSWERS: Record<ErrorCode, readonly [status: number, detail: string]> = {
  'version-conflict': [409, 'Somebody else wrote to this record meanwhile. Look at it again.'],
  'idempotency-key-reused': [422, 'This idempotency key was used for another request.'],
  'not-found': [404, 'There is nothing here for you under that name.'],
  'file-exists': [409, 'There is one of that name already.'],
  'not-a-database': [503, UNAVAILABLE],
  'newer-database': [503, UNAVAILABLE],
  'read-only': [503, UNAVAILABLE],
  'store-full': [503, UNAVAILABLE],
  'store-busy': [503, UNAVAILABLE],
  'store-unavailable': [503, UNAVAILABLE],
  'corrupt-record': [503, 'The record does not agree with itself; nothing was written. Have it verified.'],
  'curriculum-changed': [409, 'This version of the curriculum was published before with another content.'],
  'invalid-curriculum': [422, 'The curriculum has problems.'],
  'invalid-directory': [422, 'The directory of programs has problems.'],
  'invalid-command': [400, 'This is no command that can be carried out.'],
  'unsupported-node': [503, UNAVAILABLE],
};

/** Codes whose own message was written for the caller and names only what he sent. */
const OWN_WORDS: readonly ErrorCode[] = ['invalid-command', 'invalid-curriculum'];

/** The problem that an error is told as; null for one that nobody foresaw. */
export function problemOf(error: unknown): HttpProblem | null {
  if (error instanceof HttpProblem) return error;
  if (error instanceof StepwellError) {
    const [status, detail] = ANSWERS[error.code];
    const headers: Record<string, string> = status === 503 ? { 'Retry-After': '5' } : {};
    const { present } = error.details;
    const members = error.code === 'version-conflict' ? { version: present } : {};
    return new HttpProblem(
      status,
      error.code,
      OWN_WORDS.includes(error.code) ? error.message : detail,
      members,
      headers,
    );
  }
  if (error instanceof Error && error.name === 'SqliteError')
    return new HttpProblem(503, 'store-unavailable', UNAVAILABLE, {}, { 'Retry-After': '5' });
  return null;
}

/** The problem that a refusal is told as: what the curriculum or the record does not allow now, with the gate that decided. */
export function problemOfRefusal(
  { code, message, gate, fact }: Omit<Refusal, 'code'> & { readonly code: string },
  at?: number,
): HttpProblem {
  return new HttpProblem(422, code, message, {
    refused: true,
    ...(gate === undefined ? {} : { gate }),
    ...(fact === undefined ? {} : { fact }),
    ...(at === undefined ? {} : { command: at }),
  });
}
