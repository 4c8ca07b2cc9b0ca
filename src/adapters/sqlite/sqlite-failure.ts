import Database from 'better-sqlite3';
import { type ErrorCode, StepwellError } from '../../engine/stepwell-error.ts';

const BY_CODE: readonly (readonly [prefix: string, code: ErrorCode, message: string])[] = [
  ['SQLITE_FULL', 'store-full', 'There is no room left for the store; nothing was written.'],
  ['SQLITE_IOERR_SHMSIZE', 'store-full', 'There is no room left for the store; nothing was written.'],
  ['SQLITE_BUSY', 'store-busy', 'Another process kept the store busy for too long; nothing was written.'],
  ['SQLITE_LOCKED', 'store-busy', 'Another process kept the store busy for too long; nothing was written.'],
  ['SQLITE_READONLY_DBMOVED', 'store-unavailable', 'The file of the store was moved or replaced.'],
  ['SQLITE_READONLY', 'read-only', 'The store can only be read here.'],
  [
    'SQLITE_CORRUPT',
    'corrupt-record',
    'The file of the store is damaged. Keep it, and go on with a backup that was restored.',
  ],
  ['SQLITE_NOTADB', 'not-a-database', 'The file is not a Stepwell store.'],
  ['SQLITE_CONSTRAINT', 'corrupt-record', 'The store does not agree with itself; verify says where.'],
  ['SQLITE_MISMATCH', 'invalid-command', 'A limit or position is not a whole number.'],
];

const BY_ERRNO: Readonly<Record<string, ErrorCode>> = {
  ENOSPC: 'store-full',
  EDQUOT: 'store-full',
  EACCES: 'read-only',
  EPERM: 'read-only',
  EROFS: 'read-only',
};

/**
 * Gives a failure of SQLite or of the file system as a `StepwellError`; other failures come back as they are.
 *
 * Messages name no content; what SQLite itself said is the `cause`, and it names tables and columns only.
 */
export function sqliteFailure(failure: unknown): unknown {
  if (failure instanceof StepwellError) return failure;
  if (failure instanceof Database.SqliteError) {
    const sqlite = failure.code;
    const known = BY_CODE.find(([prefix]) => sqlite.startsWith(prefix));
    if (known !== undefined) return new StepwellError(known[1], known[2], { sqlite }, failure);
    return new StepwellError('store-unavailable', `The store failed (${sqlite}).`, { sqlite }, failure);
  }
  if (failure instanceof TypeError && failure.message.includes('connection is not open')) {
    return new StepwellError('store-unavailable', 'The store is closed.', {}, failure);
  }
  if (failure instanceof Error && 'syscall' in failure && 'code' in failure) {
    const errno = String(failure.code);
    const code = BY_ERRNO[errno] ?? 'store-unavailable';
    return new StepwellError(code, `The file system refused (${errno}).`, { errno }, failure);
  }
  return failure;
}
