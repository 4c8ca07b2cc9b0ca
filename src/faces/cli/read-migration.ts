import type { LoadedMapping } from '../../adapters/yaml/load-mapping-file.ts';
import type { MigrationMapping } from '../../curriculum/migration-mapping.ts';
import { type Publication, publicationName } from '../../engine/publication.ts';
import { CliFailure } from './cli-failure.ts';
import { curriculumFolders } from './curriculum-folders.ts';
import { EXIT } from './exit-codes.ts';
import { isFile } from './is-file.ts';

/** Where a migration leads: the version, the curricula that the command line brought along, the mapping and its places. */
export type MigrationTarget = {
  readonly version: string;
  readonly curricula: readonly Publication[];
  readonly mapping: MigrationMapping;
  readonly place: Extract<LoadedMapping, { ok: true }>['place'];
};

/** Reads the new version and the mapping of a migration from their files. Fails with all problems of a file. */
export async function readMigration(
  curriculum: string,
  options: { readonly to: string; readonly mapping?: string; readonly curricula?: readonly string[] },
): Promise<MigrationTarget> {
  const loaded = options.mapping === undefined ? null : await readMapping(options.mapping);
  const found = isFile(options.to) ? await readVersion(curriculum, options.to, options) : null;
  return {
    version: found === null ? options.to : publicationName(found).version,
    curricula: found === null ? [] : [found],
    mapping: loaded?.mapping ?? {},
    place: loaded?.place ?? (() => undefined),
  };
}

async function readVersion(
  curriculum: string,
  file: string,
  options: { readonly curricula?: readonly string[] },
): Promise<Publication> {
  const { isPathwayFile } = await import('../../curriculum-folder.ts');
  const load = isPathwayFile(file)
    ? (await import('./load-pathway.ts')).loadPathway
    : (await import('./load-curriculum.ts')).loadCurriculum;
  const publication: Publication = await load(file, curriculumFolders(options));
  const found = publicationName(publication);
  if (found.id === curriculum) return publication;
  throw new CliFailure(
    EXIT.usage,
    'usage',
    `--to: ${file} is ${found.id}, not ${curriculum}; patients are moved between versions of one curriculum or pathway`,
    { file, id: found.id },
  );
}

async function readMapping(file: string): Promise<Extract<LoadedMapping, { ok: true }>> {
  const [{ loadMappingFile }, { formatIssue }] = await Promise.all([
    import('../../adapters/yaml/load-mapping-file.ts'),
    import('../../curriculum/issue.ts'),
  ]);
  const loaded = loadMappingFile(file);
  if (loaded.ok) return loaded;
  const { issues } = loaded;
  const count = `${issues.length} ${issues.length === 1 ? 'problem' : 'problems'}`;
  const message = `${file} has ${count}\n${issues.map(formatIssue).join('\n')}`;
  throw new CliFailure(EXIT.invalidFile, 'invalid-mapping', message, { issues });
}
