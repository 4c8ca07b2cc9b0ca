import type { Command } from '../../engine/command.ts';
import type { Publication } from '../../engine/publication.ts';
import { inOrder } from './in-order.ts';

/** Puts the content of the file that the command line names into the command. Fails with the problems of the file. */
export async function bringIntake(
  command: Command,
): Promise<{ command: Command; curricula: readonly Publication[] }> {
  if (command.type !== 'RecordIntake') return { command, curricula: [] };
  const { loadIntakeFile } = await import('../../adapters/yaml/load-intake.ts');
  const file = String(command.intake);
  const intake = await inOrder(loadIntakeFile(file), file, 'invalid-intake');
  return { command: { ...command, on: command.on ?? intake.on, intake } as Command, curricula: [] };
}
