import { statSync } from 'node:fs';
import { loadDirectoryFile } from './adapters/yaml/load-directory.ts';
import { formatIssue } from './curriculum/issue.ts';
import type { ProgramDirectory } from './curriculum/program-directory/program-directory.ts';
import { StepwellError } from './engine/stepwell-error.ts';

/**
 * Reads a directory of programs, and reads it again whenever its file was written anew, so that free places are those of now. A
 * file that has become wrong in the meantime leaves what was read before.
 *
 * Throws `StepwellError` with `invalid-directory` where the file is missing or wrong at first.
 */
export function readDirectory(file: string): () => ProgramDirectory {
  let { directory, written } = read(file);
  return () => {
    if (writtenAt(file) !== written) {
      try {
        ({ directory, written } = read(file));
      } catch (error) {
        if (!(error instanceof StepwellError)) throw error;
      }
    }
    return directory;
  };
}

function read(file: string): { directory: ProgramDirectory; written: number | undefined } {
  const written = writtenAt(file);
  const loaded = loadDirectoryFile(file);
  if (loaded.ok && loaded.issues.every(({ severity }) => severity !== 'error'))
    return { directory: loaded.value, written };
  const message = loaded.issues.map(formatIssue).join('\n');
  throw new StepwellError('invalid-directory', message, { issues: loaded.issues });
}

function writtenAt(file: string): number | undefined {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs;
}
