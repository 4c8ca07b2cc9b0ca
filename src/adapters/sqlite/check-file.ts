import { accessSync, constants, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { StepwellError } from '../../engine/stepwell-error.ts';

/**
 * Checks what can be said about a file before SQLite opens it.
 *
 * Throws `not-found`, `not-a-database` (a folder; an empty file that is not to become a store), `read-only`, and `invalid-command` for `:memory:`.
 */
export function checkFile(
  file: string,
  options: { readonly create: boolean; readonly readOnly: boolean },
): void {
  if (basename(file) === ':memory:') {
    throw new StepwellError('invalid-command', 'A store in memory is made by createMemoryEventStore.');
  }
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined) {
    if (!options.create || statSync(dirname(file), { throwIfNoEntry: false })?.isDirectory() !== true) {
      throw new StepwellError('not-found', 'There is no such file.', { file });
    }
  } else if (!found.isFile() || (found.size === 0 && !options.create)) {
    throw new StepwellError('not-a-database', 'The file is not a Stepwell store.', { file });
  }
  if (options.readOnly) return;
  if (found !== undefined && !writable(file)) {
    throw new StepwellError('read-only', 'The file can only be read here.', { file });
  }
  // SQLite keeps its write-ahead log beside the file.
  if (!writable(dirname(file))) {
    throw new StepwellError('read-only', 'The folder of the file can only be read here.', { file });
  }
}

function writable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
