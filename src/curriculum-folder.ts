import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
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
 * several versions the last one counts as the newest. A curriculum of the package is read when it is first asked for, from the
 * file that bears its name.
 *
 * Throws `invalid-curriculum` where a file has problems; all of them are in the message and in `details.issues`.
 */
export function loadCurriculumLibrary(others: readonly (Curriculum | string)[]): CurriculumLibrary {
  const beside = createCurriculumLibrary(
    others.flatMap((other) => (typeof other === 'string' ? loadAll(other) : [other])),
  );
  const one = remembered((id) => createCurriculumLibrary(packageFiles(id).flatMap(loadAll)));
  const all = remembered(() => createCurriculumLibrary(loadAll(PACKAGE_CURRICULA)));
  return {
    find: async (id, version) => (await beside.find(id, version)) ?? one(id).find(id, version),
    list: async () => [...(await all('').list()), ...(await beside.list())],
  };
}

/** The files of the package that bear the name of a curriculum, as each of them does. */
function packageFiles(id: string): string[] {
  return curriculumFiles(PACKAGE_CURRICULA).filter((file) => basename(file).replace(/\.ya?ml$/, '') === id);
}

function remembered<T>(make: (id: string) => T): (id: string) => T {
  const made = new Map<string, T>();
  return (id) => {
    const known = made.get(id) ?? make(id);
    made.set(id, known);
    return known;
  };
}

/** Subfolders whose files are no curricula. */
const OTHER_FOLDERS: readonly string[] = ['directory'];

/** The curriculum files of a folder and its subfolders, by name; a file gives itself. Throws `not-found`. */
export function curriculumFiles(path: string): string[] {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined)
    throw new StepwellError('not-found', `there is no file or folder ${path}`, { path });
  if (!found.isDirectory()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !OTHER_FOLDERS.some((name) => relative(path, file).split(sep).includes(name)))
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
