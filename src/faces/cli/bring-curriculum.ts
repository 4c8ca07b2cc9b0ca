import type { Command } from '../../engine/command.ts';
import type { Publication } from '../../engine/publication.ts';
import { isFile } from './is-file.ts';

/** Lets an admission name a file: it is loaded, and the command names the curriculum or pathway in it. An id is left as it is. */
export async function bringCurriculum(
  command: Command,
  folders: readonly string[],
): Promise<{ command: Command; curricula: readonly Publication[] }> {
  if (command.type !== 'Admit' || !isFile(command.curriculum)) return { command, curricula: [] };
  const { isPathwayFile } = await import('../../curriculum-folder.ts');
  const load = isPathwayFile(command.curriculum)
    ? (await import('./load-pathway.ts')).loadPathway
    : (await import('./load-curriculum.ts')).loadCurriculum;
  const publication: Publication = await load(command.curriculum, folders);
  const { id, version } = 'pathway' in publication ? publication.pathway : publication;
  return { command: { ...command, curriculum: id, version }, curricula: [publication] };
}
