import type { Curriculum } from '../../curriculum/curriculum.ts';
import { isFile } from './is-file.ts';
import { isRecord, requireRecord, type StoreOptions, storeFile } from './open-store.ts';

/**
 * Finds the curriculum that CURRICULUM names: the path of a file, an id, or id@version. A version that the record has is taken
 * from there: it is what patients were admitted to, whatever a file of today says.
 */
export async function loadVersion(
  name: string,
  folders: readonly string[],
  options: Pick<StoreOptions, 'db'>,
): Promise<Curriculum> {
  const [id = '', version] = isFile(name) ? [] : name.split('@');
  const published = version === undefined ? null : await findPublished(id, version, options);
  if (published !== null) return published;
  const { loadCurriculum } = await import('./load-curriculum.ts');
  return loadCurriculum(name, folders);
}

async function findPublished(
  id: string,
  version: string,
  options: Pick<StoreOptions, 'db'>,
): Promise<Curriculum | null> {
  const file = storeFile(options);
  if (options.db !== undefined) requireRecord(file);
  else if (!isRecord(file)) return null;
  const [{ openSqliteStore }, { Curriculum }] = await Promise.all([
    import('../../adapters/sqlite/open-sqlite-store.ts'),
    import('../../curriculum/curriculum.ts'),
  ]);
  const store = openSqliteStore({ file, readOnly: true });
  const found = await store.curriculum(id, version).finally(() => store.close());
  return found === null ? null : Curriculum.parse(JSON.parse(found.body));
}
