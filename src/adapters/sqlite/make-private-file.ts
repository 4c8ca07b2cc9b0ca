import { closeSync, openSync } from 'node:fs';

/**
 * Makes an empty file that only its owner may read, or leaves the one that is there as it is.
 *
 * SQLite would let everybody on the machine read what it makes; its log files take over the rights of this one.
 */
export function makePrivateFile(file: string): void {
  closeSync(openSync(file, 'a', 0o600));
}
