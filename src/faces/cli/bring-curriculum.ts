import type { Curriculum } from '../../curriculum/curriculum.ts';
import type { Command } from '../../engine/command.ts';
import { isFile } from './is-file.ts';

/** Lets an admission name a file: it is loaded, and the command names the curriculum in it. An id is left as it is. */
export async function bringCurriculum(
  command: Command,
  folders: readonly string[],
): Promise<{ command: Command; curricula: readonly Curriculum[] }> {
  if (command.type !== 'Admit' || !isFile(command.curriculum)) return { command, curricula: [] };
  const { loadCurriculum } = await import('./load-curriculum.ts');
  const curriculum = await loadCurriculum(command.curriculum, folders);
  const { id, version } = curriculum;
  return { command: { ...command, curriculum: id, version }, curricula: [curriculum] };
}
