import type { RefusalCode } from '../../engine/refusal.ts';
import type { ErrorCode } from '../../engine/stepwell-error.ts';

/** What the exit codes of the command line mean. */
export const EXIT = {
  ok: 0,
  unexpected: 1,
  usage: 2,
  refused: 3,
  invalidFile: 4,
  notFound: 5,
  conflict: 6,
  store: 7,
} as const;

/** The exit code of each failure of the engine; a new code does not compile until it has one. */
export const EXIT_OF: Record<ErrorCode, number> = {
  'version-conflict': EXIT.conflict,
  'idempotency-key-reused': EXIT.conflict,
  'not-found': EXIT.notFound,
  'file-exists': EXIT.conflict,
  'not-a-database': EXIT.store,
  'newer-database': EXIT.store,
  'read-only': EXIT.store,
  'store-full': EXIT.store,
  'store-busy': EXIT.store,
  'store-unavailable': EXIT.store,
  'corrupt-record': EXIT.store,
  'curriculum-changed': EXIT.conflict,
  'invalid-curriculum': EXIT.invalidFile,
  'invalid-directory': EXIT.invalidFile,
  'invalid-command': EXIT.usage,
  'unsupported-node': EXIT.unexpected,
};

/** The exit code of a refusal: what is not there is told from what is not allowed. */
export function exitOfRefusal(code: RefusalCode): number {
  return code === 'unknown-episode' || code === 'unknown-curriculum' ? EXIT.notFound : EXIT.refused;
}

/** The exit codes as the help prints them. */
export const EXIT_CODES_HELP = `Exit codes:
  0  done
  1  unexpected failure
  2  wrong usage
  3  refused: the curriculum or the record does not allow it
  4  a file has problems
  5  not found
  6  conflict: another version, a used key, a file that exists already
  7  the store cannot be used, or its record was altered`;
