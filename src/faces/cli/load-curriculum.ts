import type { Curriculum } from '../../curriculum/curriculum.ts';
import { CliFailure } from './cli-failure.ts';
import { EXIT } from './exit-codes.ts';
import { isFile } from './is-file.ts';

/** Finds the curriculum that CURRICULUM names: an id, id@version, or the path of a file. Fails with the problems of the file. */
export async function loadCurriculum(name: string, folders: readonly string[]): Promise<Curriculum> {
  return isFile(name) ? loadFile(name, folders) : findById(name, folders);
}

async function loadFile(file: string, folders: readonly string[]): Promise<Curriculum> {
  const [{ PACKAGE_CURRICULA }, { loadCurriculumFile }, { formatIssue }] = await Promise.all([
    import('../../curriculum-folder.ts'),
    import('../../adapters/yaml/load-curriculum-file.ts'),
    import('../../curriculum/issue.ts'),
  ]);
  const loaded = loadCurriculumFile(file, { folders: [PACKAGE_CURRICULA, ...folders] });
  if (loaded.ok) return loaded.curriculum;
  const { issues } = loaded;
  const gone = issues.length === 1 && issues[0]?.code === 'file-unreadable';
  const count = `${issues.length} ${issues.length === 1 ? 'problem' : 'problems'}`;
  throw new CliFailure(
    gone ? EXIT.notFound : EXIT.invalidFile,
    gone ? 'not-found' : 'invalid-curriculum',
    gone ? `${file}: ${issues[0]?.message}` : `${file} has ${count}\n${issues.map(formatIssue).join('\n')}`,
    { issues },
  );
}

async function findById(name: string, folders: readonly string[]): Promise<Curriculum> {
  const [{ loadCurriculumLibrary }, { didYouMean }] = await Promise.all([
    import('../../curriculum-folder.ts'),
    import('../../curriculum/did-you-mean.ts'),
  ]);
  const library = loadCurriculumLibrary(folders);
  const [id = '', version] = name.split('@');
  const found = await library.find(id, version);
  if (found !== null) return found;
  const ids = (await library.list()).map((one) => one.id);
  throw new CliFailure(
    EXIT.notFound,
    'not-found',
    `there is no curriculum ${name}${didYouMean(id, ids)}; stepwell curricula lists them, and a path names a file`,
    { curriculum: name },
  );
}
