import { readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadCurriculumFile } from './adapters/yaml/load-curriculum-file.ts';
import type { Curriculum } from './curriculum/curriculum.ts';
import { formatIssue } from './curriculum/issue.ts';
import { type CurriculumLibrary, createCurriculumLibrary } from './engine/curriculum-library.ts';
import { StepwellError } from './engine/stepwell-error.ts';

/** The folder of curricula that comes with the package. */
export const PACKAGE_CURRICULA = fileURLToPath(new URL('../curricula', import.meta.url));

/**
 * The curricula of the package, with others beside them: values, or folders or files of YAML, subfolders included. Of an id with
 * several versions the last one counts as the newest. Those of the package are read when one is first asked for.
 *
 * Throws `invalid-curriculum` where a file has problems; all of them are in the message and in `details.issues`.
 */
export function loadCurriculumLibrary(others: readonly (Curriculum | string)[]): CurriculumLibrary {
  const beside = others.flatMap((other) => (typeof other === 'string' ? loadAll(other) : [other]));
  let library: CurriculumLibrary | undefined;
  const loaded = () => {
    library ??= createCurriculumLibrary([...loadAll(PACKAGE_CURRICULA), ...beside]);
    return library;
  };
  return {
    find: async (id, version) => loaded().find(id, version),
    list: async () => loaded().list(),
  };
}

/** The curriculum files of a folder and its subfolders, by name; a file gives itself. Throws `not-found`. */
export function curriculumFiles(path: string): string[] {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined)
    throw new StepwellError('not-found', `there is no file or folder ${path}`, { path });
  if (!found.isDirectory()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function loadAll(path: string): Curriculum[] {
  const loaded = curriculumFiles(path).map((file) =>
    loadCurriculumFile(file, { folders: [PACKAGE_CURRICULA, path, dirname(file)] }),
  );
  const issues = loaded.flatMap((one) => (one.ok ? [] : one.issues));
  if (issues.length > 0)
    throw new StepwellError('invalid-curriculum', issues.map(formatIssue).join('\n'), { issues });
  return loaded.flatMap((one) => (one.ok ? [one.curriculum] : []));
}
