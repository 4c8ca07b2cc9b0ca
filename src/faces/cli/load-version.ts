import type { Publication } from '../../engine/publication.ts';
import { isFile } from './is-file.ts';
import { isRecord, requireRecord, type StoreOptions, storeFile } from './open-store.ts';

/**
 * Finds the curriculum or the pathway that NAME names: the path of a file, an id, or id@version. A version that the record has is
 * taken from there: it is what patients were admitted to, whatever a file of today says.
 */
export async function loadVersion(
  name: string,
  folders: readonly string[],
  options: Pick<StoreOptions, 'db'>,
): Promise<Publication> {
  const [id = '', version] = isFile(name) ? [] : name.split('@');
  const published = version === undefined ? null : await findPublished(id, version, options);
  if (published !== null) return published;
  const [{ isPathwayFile }, { loadCurriculum }, { findPathway }] = await Promise.all([
    import('../../curriculum-folder.ts'),
    import('./load-curriculum.ts'),
    import('./load-pathway.ts'),
  ]);
  const pathway = isFile(name) && !isPathwayFile(name) ? null : await findPathway(name, folders);
  return pathway ?? loadCurriculum(name, folders);
}

async function findPublished(
  id: string,
  version: string,
  options: Pick<StoreOptions, 'db'>,
): Promise<Publication | null> {
  const file = storeFile(options);
  if (options.db !== undefined) requireRecord(file);
  else if (!isRecord(file)) return null;
  const [{ openSqliteStore }, { readPublication }] = await Promise.all([
    import('../../adapters/sqlite/open-sqlite-store.ts'),
    import('../../engine/publication.ts'),
  ]);
  const store = openSqliteStore({ file, readOnly: true });
  const found = await store.curriculum(id, version).finally(() => store.close());
  return found === null ? null : readPublication(found.body);
}
