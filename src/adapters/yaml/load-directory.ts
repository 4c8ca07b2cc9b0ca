import { checkDirectory } from '../../curriculum/program-directory/check-directory.ts';
import { ProgramDirectory } from '../../curriculum/program-directory/program-directory.ts';
import { type LoadedDocument, loadDocumentFile } from './load-document.ts';

/**
 * Reads a directory of programs from a file of YAML. Reads the disk; does not throw for a file that is missing or wrong.
 *
 * ```ts
 * loadDirectoryFile('curricula/directory/example.yaml') //=> { ok: true, value: { title: …, programs: […] }, issues: [] }
 * ```
 */
export function loadDirectoryFile(file: string): LoadedDocument<ProgramDirectory> {
  return loadDocumentFile(file, {
    name: 'a program directory',
    schema: ProgramDirectory,
    check: checkDirectory,
  });
}
