import type { Command } from '../../engine/command.ts';
import type { Publication } from '../../engine/publication.ts';
import { CliFailure } from './cli-failure.ts';
import { EXIT } from './exit-codes.ts';
import { inOrder } from './in-order.ts';
import type { Given } from './write-command.ts';

/**
 * Puts the terms under which people wait for a program, as the directory that the command line names has them, into the entry on
 * its waitlist. What the line itself says comes before them. Fails with the problems of the file.
 */
export async function bringWaitlistTerms(
  command: Command,
  _folders: readonly string[],
  { directory: file }: Given,
): Promise<{ command: Command; curricula: readonly Publication[] }> {
  if (command.type !== 'JoinWaitlist' || typeof file !== 'string') return { command, curricula: [] };
  const { loadDirectoryFile } = await import('../../adapters/yaml/load-directory.ts');
  const directory = await inOrder(loadDirectoryFile(file), file, 'invalid-directory');
  const entry = directory.programs.find(({ id }) => id === command.program);
  if (entry === undefined)
    throw new CliFailure(
      EXIT.notFound,
      'not-found',
      `${file} has no program ${command.program}; it has ${directory.programs.map(({ id }) => id).join(', ')}`,
    );
  return { command: { ...entry.waiting, ...command }, curricula: [] };
}
