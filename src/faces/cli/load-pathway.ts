import type { Issue } from '../../curriculum/issue.ts';
import type { PathwayDocument } from '../../curriculum/pathway/pathway-document.ts';
import { CliFailure } from './cli-failure.ts';
import { EXIT } from './exit-codes.ts';
import { isFile } from './is-file.ts';

/** Finds the pathway that PATHWAY names: an id, id@version, or the path of a file; null for an id of none. Fails with the problems of the file. */
export async function findPathway(name: string, folders: readonly string[]): Promise<PathwayDocument | null> {
  if (isFile(name)) return loadPathway(name, folders);
  const { loadCurriculumLibrary } = await import('../../curriculum-folder.ts');
  const [id = '', version] = name.split('@');
  return (await loadCurriculumLibrary(folders).findPathway?.(id, version)) ?? null;
}

/** Reads a pathway file with the curricula of its stages. Fails with the problems of the file. */
export async function loadPathway(file: string, folders: readonly string[]): Promise<PathwayDocument> {
  const [{ PACKAGE_CURRICULA }, { loadPathwayFile }, { formatIssue }] = await Promise.all([
    import('../../curriculum-folder.ts'),
    import('../../adapters/yaml/load-pathway.ts'),
    import('../../curriculum/issue.ts'),
  ]);
  const loaded = loadPathwayFile(file, {
    folders: [...folders, PACKAGE_CURRICULA, `${PACKAGE_CURRICULA}/sites`],
  });
  if (loaded.ok) return loaded.value;
  const issues: readonly Issue[] = loaded.issues;
  const count = `${issues.length} ${issues.length === 1 ? 'problem' : 'problems'}`;
  throw new CliFailure(
    EXIT.invalidFile,
    'invalid-curriculum',
    `${file} has ${count}\n${issues.map(formatIssue).join('\n')}`,
    { issues },
  );
}
