import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type CurriculumPack,
  type Packed,
  readCurriculumPack,
  writeCurriculumPack,
} from './adapters/yaml/curriculum-pack.ts';
import { loadCurriculumFile } from './adapters/yaml/load-curriculum-file.ts';
import { loadPathwayFile } from './adapters/yaml/load-pathway.ts';
import type { Curriculum } from './curriculum/curriculum.ts';
import { formatIssue } from './curriculum/issue.ts';
import type { PathwayDocument } from './curriculum/pathway/pathway-document.ts';
import { type CurriculumLibrary, createCurriculumLibrary } from './engine/curriculum-library.ts';
import { StepwellError } from './engine/stepwell-error.ts';

/** The folder of curricula that comes with the package. */
export const PACKAGE_CURRICULA = fileURLToPath(new URL('../curricula', import.meta.url));

/** Where a build keeps the package's curricula as they were read; there is none where the source itself runs. */
const PACK = fileURLToPath(new URL('./curricula.pack.json', import.meta.url));

/** The folder, below one of curricula, whose files are pathways. */
const PATHWAYS = 'pathways';

/**
 * The curricula and pathways of the package, with others beside them: values, or folders or files of YAML, subfolders
 * included; files in a folder named `pathways` are pathways. Of an id with several versions the last one counts as the
 * newest. What is in the package is read when it is first asked for, from the file that bears its name.
 *
 * Throws `invalid-curriculum` where a file has problems; all of them are in the message and in `details.issues`.
 */
export function loadCurriculumLibrary(
  others: readonly (Curriculum | PathwayDocument | string)[],
): CurriculumLibrary {
  const curricula = others.flatMap((other) =>
    typeof other === 'string' ? loadAll(other) : 'pathway' in other ? [] : [other],
  );
  const pathways = others.flatMap((other) =>
    typeof other === 'string' ? loadPathways(other, curricula) : 'pathway' in other ? [other] : [],
  );
  const beside = createCurriculumLibrary(curricula, pathways);
  const pack = remembered(() => readCurriculumPack(PACK, PACKAGE_CURRICULA, filesOf(PACKAGE_CURRICULA)));
  const one = remembered((id) => {
    const packed = pack('');
    return packed === null
      ? createCurriculumLibrary(
          named(curriculumFiles(PACKAGE_CURRICULA), id).flatMap(loadAll),
          named(pathwayFiles(PACKAGE_CURRICULA), id).flatMap((file) => loadPathways(file, [])),
        )
      : createCurriculumLibrary(packedAs(packed.curricula, id), packedAs(packed.pathways, id));
  });
  const all = remembered(() => {
    const { curricula, pathways } = pack('') ?? readFolder(PACKAGE_CURRICULA);
    return createCurriculumLibrary(
      curricula.map(({ value }) => value),
      pathways.map(({ value }) => value),
    );
  });
  return {
    find: async (id, version) => (await beside.find(id, version)) ?? one(id).find(id, version),
    list: async () => [...(await all('').list()), ...(await beside.list())],
    findPathway: async (id, version) =>
      (await beside.findPathway?.(id, version)) ?? (await one(id).findPathway?.(id, version)) ?? null,
    listPathways: async () => [
      ...((await all('').listPathways?.()) ?? []),
      ...((await beside.listPathways?.()) ?? []),
    ],
  };
}

/**
 * The package's curricula, read and checked, as the text of a file that a build lays beside this one. Throws
 * `invalid-curriculum` where one has problems.
 */
export function packPackageCurricula(): string {
  return writeCurriculumPack(PACKAGE_CURRICULA, filesOf(PACKAGE_CURRICULA), readFolder(PACKAGE_CURRICULA));
}

function readFolder(folder: string): CurriculumPack {
  const packed = <T>(files: readonly string[], values: readonly T[]): Packed<T>[] =>
    values.map((value, i) => ({ file: relative(folder, files[i] as string), value }));
  return {
    curricula: packed(curriculumFiles(folder), loadAll(folder)),
    pathways: packed(pathwayFiles(folder), loadPathways(folder, [])),
  };
}

function filesOf(folder: string): string[] {
  return [...curriculumFiles(folder), ...pathwayFiles(folder)];
}

/** The files that bear the name of a curriculum or pathway, as each of the package does. */
function named(files: readonly string[], id: string): string[] {
  return files.filter((file) => nameOf(file) === id);
}

function packedAs<T>(packed: readonly Packed<T>[], id: string): T[] {
  return packed.filter(({ file }) => nameOf(file) === id).map(({ value }) => value);
}

function nameOf(file: string): string {
  return basename(file).replace(/\.ya?ml$/, '');
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
const OTHER_FOLDERS: readonly string[] = ['directory', PATHWAYS];

/** The curriculum files of a folder and its subfolders, by name; a file gives itself. Throws `not-found`. */
export function curriculumFiles(path: string): string[] {
  return yamlFiles(path, (folders) => !folders.some((name) => OTHER_FOLDERS.includes(name)));
}

/** The pathway files of a folder of curricula and its subfolders, by name; a file in such a folder gives itself. Throws `not-found`. */
export function pathwayFiles(path: string): string[] {
  return yamlFiles(path, (folders) => folders.includes(PATHWAYS));
}

/** Whether a file is a pathway, by the folder that it lies in. */
export function isPathwayFile(file: string): boolean {
  return basename(dirname(file)) === PATHWAYS;
}

function yamlFiles(path: string, wanted: (folders: readonly string[]) => boolean): string[] {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined)
    throw new StepwellError('not-found', `there is no file or folder ${path}`, { path });
  const own = basename(found.isDirectory() ? path : dirname(path));
  if (!found.isDirectory()) return wanted(own === PATHWAYS ? [PATHWAYS] : []) ? [path] : [];
  const above = own === PATHWAYS ? [PATHWAYS] : [];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => wanted([...above, ...relative(path, file).split(sep).slice(0, -1)]))
    .sort();
}

function loadAll(path: string): Curriculum[] {
  return loadedOf(
    curriculumFiles(path).map((file) =>
      loadCurriculumFile(file, { folders: [PACKAGE_CURRICULA, path, dirname(file)] }),
    ),
  ).map(({ curriculum }) => curriculum);
}

function loadPathways(path: string, curricula: readonly Curriculum[]): PathwayDocument[] {
  return loadedOf(
    pathwayFiles(path).map((file) =>
      loadPathwayFile(file, { curricula, folders: [PACKAGE_CURRICULA, join(PACKAGE_CURRICULA, 'sites')] }),
    ),
  ).map(({ value }) => value);
}

/** What was read where everything is in order. Throws `invalid-curriculum` with all issues of all files. */
function loadedOf<
  T extends { readonly ok: boolean; readonly issues: readonly Parameters<typeof formatIssue>[0][] },
>(loaded: readonly T[]): Extract<T, { ok: true }>[] {
  const issues = loaded.flatMap((one) => (one.ok ? [] : one.issues));
  if (issues.length > 0)
    throw new StepwellError('invalid-curriculum', issues.map(formatIssue).join('\n'), { issues });
  return loaded.filter((one): one is Extract<T, { ok: true }> => one.ok);
}
