import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Curriculum } from '../../curriculum/curriculum.ts';
import type { Issue } from '../../curriculum/issue.ts';
import { type FileOptions, loadCurriculumFile } from './load-curriculum-file.ts';

/** What a folder holds: the curricula that are in order, and the issues of all files. */
export type LoadedFolder = {
  readonly ok: boolean;
  readonly curricula: readonly { readonly file: string; readonly curriculum: Curriculum }[];
  readonly issues: readonly Issue[];
};

/**
 * Reads every `.yaml` file of a folder, in the order of their names. Reads the disk; does not throw.
 *
 * Two files with the same id and version are an issue of the second one.
 */
export function loadCurriculaFolder(folder: string, options: FileOptions = {}): LoadedFolder {
  const issues: Issue[] = [];
  const curricula: { file: string; curriculum: Curriculum }[] = [];
  const versions = new Map<string, string>();
  for (const file of yamlFiles(folder, issues)) {
    const loaded = loadCurriculumFile(file, options);
    issues.push(...loaded.issues);
    if (!loaded.ok) continue;
    const version = `${loaded.curriculum.id} ${loaded.curriculum.version}`;
    const first = versions.get(version);
    if (first !== undefined) {
      const message = `${version} stands in ${first} already; give this one its own id, or the next version`;
      issues.push({
        code: 'duplicate-curriculum',
        severity: 'error',
        message,
        ...loaded.positions(['id']),
        path: 'id',
      });
      continue;
    }
    versions.set(version, file);
    curricula.push({ file, curriculum: loaded.curriculum });
  }
  return { ok: issues.every((issue) => issue.severity !== 'error'), curricula, issues };
}

function yamlFiles(folder: string, issues: Issue[]): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => /\.ya?ml$/.test(name))
      .sort()
      .map((name) => join(folder, name));
  } catch (error) {
    const message = `this folder cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)})`;
    issues.push({
      code: 'file-unreadable',
      severity: 'error',
      message,
      file: folder,
      line: 1,
      column: 1,
      path: '',
    });
    return [];
  }
}
