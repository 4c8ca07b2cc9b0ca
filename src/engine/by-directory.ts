import { known } from '../curriculum/intake/known.ts';
import type { ProgramDirectory } from '../curriculum/program-directory/program-directory.ts';
import type { ReadyCommand } from './command.ts';
import type { Episode } from './episode.ts';

/**
 * A command about a waitlist with what the directory says of its program, where the command does not say it itself: the terms under which
 * people wait, for an entry; how many places are free, for an offer. Pure; a program that the directory does not have, or whose free
 * places are unknown, leaves it as it is.
 */
export function byDirectory(
  command: ReadyCommand,
  episode: Episode,
  directory: ProgramDirectory | null,
): ReadyCommand {
  const entry = (id: string | undefined) => directory?.programs.find((program) => program.id === id);
  if (command.type === 'JoinWaitlist') return { ...entry(command.program)?.waiting, ...command };
  if (command.type !== 'OfferPlace' || command.placesFree !== undefined) return command;
  const capacity = known(entry(episode.fold.snapshot.context.waitlist?.program)?.capacity);
  return capacity === null ? command : { ...command, placesFree: capacity.free };
}
