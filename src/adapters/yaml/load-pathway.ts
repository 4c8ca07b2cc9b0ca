import { dirname, join } from 'node:path';
import type { Curriculum } from '../../curriculum/curriculum.ts';
import type { Issue } from '../../curriculum/issue.ts';
import { checkPathway } from '../../curriculum/pathway/check-pathway.ts';
import { Pathway } from '../../curriculum/pathway/pathway.ts';
import { curriculumNamed, type PathwayDocument } from '../../curriculum/pathway/pathway-document.ts';
import { loadCurriculumFile } from './load-curriculum-file.ts';
import { type LoadedDocument, loadDocumentFile } from './load-document.ts';

/** Where the curricula of the stages are looked for by their id, after the folder of the pathway and the one above it. */
export type PathwayOptions = {
  readonly folders?: readonly string[];
  /** Curricula that are at hand already; they are taken first. */
  readonly curricula?: readonly Curriculum[];
};

/**
 * Reads a pathway from a file of YAML, with the curricula that its stages name, each from a file that bears its name.
 * Reads the disk; does not throw for a file that is missing or wrong.
 *
 * ```ts
 * loadPathwayFile('curricula/pathways/matrix-alone.yaml') //=> { ok: true, value: { pathway: …, curricula: […] }, issues: [] }
 * ```
 */
export function loadPathwayFile(file: string, options: PathwayOptions = {}): LoadedDocument<PathwayDocument> {
  const found: { document?: PathwayDocument; issues: Issue[] } = { issues: [] };
  const loaded = loadDocumentFile(file, {
    name: 'a pathway',
    schema: Pathway,
    check: (pathway) => {
      const read = readCurricula(pathway, file, options);
      found.issues = read.issues;
      found.document = { pathway, curricula: read.curricula };
      return read.issues.length > 0 ? [] : checkPathway(found.document);
    },
  });
  const wrong = found.issues.filter(({ severity }) => severity === 'error');
  if (!loaded.ok || wrong.length > 0 || !found.document)
    return { ok: false, issues: [...loaded.issues, ...wrong] };
  return { ...loaded, value: found.document };
}

function readCurricula(
  pathway: Pathway,
  file: string,
  { folders = [], curricula = [] }: PathwayOptions,
): { curricula: Curriculum[]; issues: Issue[] } {
  const read: Curriculum[] = [];
  const issues: Issue[] = [];
  const places = [dirname(file), join(dirname(file), '..'), join(dirname(file), '..', 'sites'), ...folders];
  for (const name of new Set(pathway.stages.map(({ curriculum }) => curriculum))) {
    const known = curriculumNamed(curricula, name);
    if (known) {
      read.push(known);
      continue;
    }
    for (const folder of new Set(places)) {
      const path = join(folder, `${name.split('@')[0]}.yaml`);
      const loaded = loadCurriculumFile(path, { folders: places });
      const missing =
        !loaded.ok && loaded.issues.every(({ code, file: at }) => code === 'file-unreadable' && at === path);
      if (missing) continue;
      if (loaded.ok && curriculumNamed([loaded.curriculum], name)) read.push(loaded.curriculum);
      else if (!loaded.ok) issues.push(...loaded.issues);
      break;
    }
  }
  return { curricula: read, issues };
}
