/** What can go wrong that a caller could not have prevented. Faces turn each code into an exit code or an HTTP status. */
export type ErrorCode =
  | 'version-conflict'
  | 'idempotency-key-reused'
  | 'not-found'
  | 'file-exists'
  | 'not-a-database'
  | 'newer-database'
  | 'read-only'
  | 'store-full'
  | 'store-busy'
  | 'store-unavailable'
  | 'corrupt-record'
  | 'curriculum-changed'
  | 'invalid-curriculum'
  | 'invalid-directory'
  | 'invalid-command'
  | 'unsupported-node';

/**
 * A failure with a stable code. A command that a curriculum does not allow is a refusal, not an error;
 * a data file that is wrong gives issues, not an error.
 */
export class StepwellError extends Error {
  readonly code: ErrorCode;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, message: string, details: Record<string, unknown> = {}, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'StepwellError';
    this.code = code;
    this.details = details;
  }
}
