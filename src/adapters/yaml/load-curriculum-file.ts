import { readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type LoadedCurriculum, loadCurriculum } from './load-curriculum.ts';
import { LARGEST_FILE } from './parse-yaml.ts';
import type { ResolveBase } from './resolve-extends.ts';

/** Where bases are looked for by their id, beside the folder of the file that names them. */
export type FileOptions = { readonly folders?: readonly string[] };

/**
 * Reads a curriculum file, and the files that it extends: `./other.yaml` from beside it, or an id from its own folder
 * and then from `folders`, where the file is named after the id.
 *
 * Reads the disk; does not throw for a file that is missing or wrong.
 */
export function loadCurriculumFile(path: string, options: FileOptions = {}): LoadedCurriculum {
  const text = readText(path);
  if (typeof text !== 'string') {
    const message = `this file cannot be read (${text.reason})`;
    const issue = {
      code: 'file-unreadable',
      severity: 'error',
      message,
      file: path,
      line: 1,
      column: 1,
      path: '',
    } as const;
    return { ok: false, issues: [issue] };
  }
  return loadCurriculum(text, { file: path, resolve: resolveOnDisk(options.folders ?? []) });
}

function resolveOnDisk(folders: readonly string[]): ResolveBase {
  return (reference, from) => {
    const isPath = /\.ya?ml$/.test(reference);
    if (!isPath && !/^[a-z0-9-]+$/.test(reference)) return undefined;
    const places = isPath
      ? [join(dirname(from), reference)]
      : [dirname(from), ...folders].map((folder) => join(folder, `${reference}.yaml`));
    // A file never extends itself: a site may bear the name of a base that lies in another folder.
    const others = isPath ? places : places.filter((place) => resolve(place) !== resolve(from));
    for (const file of others.length > 0 ? others : places) {
      const text = readText(file);
      if (typeof text === 'string') return { file, text };
    }
    return undefined;
  };
}

/** The text of a file; one over the limit comes back as long as the limit allows and one more, so that it is refused. */
function readText(path: string): string | { readonly reason: string } {
  try {
    const found = statSync(path);
    if (!found.isFile()) return { reason: 'it is no file' };
    if (found.size > LARGEST_FILE * 4) return ' '.repeat(LARGEST_FILE + 1);
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    return {
      reason:
        error instanceof TypeError
          ? 'it is no UTF-8 text'
          : ((error as NodeJS.ErrnoException).code ?? String(error)),
    };
  }
}
