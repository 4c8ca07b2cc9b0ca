import type { EpisodeEvent } from '../../program/episode-event.ts';
import type { Fold } from '../../program/fold.ts';
import type { ReadyCommand } from '../command.ts';
import type { Episode } from '../episode.ts';
import type { Refusal } from '../refusal.ts';

/** What a command would record, or why it may not. */
export type Decision =
  | { readonly accepted: true; readonly events: readonly EpisodeEvent[] }
  | { readonly accepted: false; readonly refusal: Refusal };

/** What a decision is made on: the episode, and where it stands on the day of the command. */
export type Standing = {
  readonly episode: Episode;
  readonly fold: Fold;
  readonly today: string;
  /** Decides another command on another telling of the episode, as an amendment needs it. */
  readonly decideOn: (episode: Episode, command: ReadyCommand) => Decision;
};

/** Decides about one kind of command. */
export type Decide<C = ReadyCommand> = (command: C, standing: Standing) => Decision;

/** Accepts a command, with the events that it records. */
export function accept(...events: EpisodeEvent[]): Decision {
  return { accepted: true, events };
}

/** Refuses a command, with a code for programs and a message for a counselor. */
export function refuse(code: Refusal['code'], message: string, more: Partial<Refusal> = {}): Decision {
  return { accepted: false, refusal: { code, message, ...more } };
}

/** The fields that every event takes over from its command, with the fields of its own. */
export function eventOf<Type extends EpisodeEvent['type']>(
  type: Type,
  command: ReadyCommand,
  fields: object,
): EpisodeEvent {
  const { on, at, by, role, reason, forStage } = command;
  const event = { type, on, at, by, role, reason, forStage, ...fields };
  return Object.fromEntries(
    Object.entries(event).filter(([, value]) => value !== undefined),
  ) as unknown as EpisodeEvent;
}
