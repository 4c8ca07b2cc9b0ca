import type { CalendarDate } from '../curriculum/calendar-date.ts';
import type { EpisodeEvent } from '../program/episode-event.ts';
import type { DueItem } from './due-items.ts';
import type { Refusal } from './refusal.ts';

/** Something that changed through a command or through time, as data and as a sentence. */
export type Change = {
  readonly on: CalendarDate;
  readonly kind: 'lifecycle' | 'level' | 'phase' | 'track' | 'monitor' | 'task' | 'flag' | 'waitlist';
  readonly id: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly text: string;
};

/** An event with its number in the episode. */
export type NumberedEvent = { readonly version: number; readonly event: EpisodeEvent };

/** The answer to a command: what was recorded and what changed by it, or why it was refused. */
export type Outcome =
  | {
      readonly accepted: true;
      readonly episode: string;
      /** The episode's version after it. */
      readonly version: number;
      readonly events: readonly NumberedEvent[];
      readonly changes: readonly Change[];
      /** Only where the command ended the episode: the work that was still to be done and is closed by it. */
      readonly closed?: readonly DueItem[];
      /** True where the key was used before: this is the first answer again, and nothing was written. */
      readonly repeated: boolean;
    }
  | { readonly accepted: false; readonly episode: string; readonly refusal: Refusal };

/** What subscribers are told after a commit. */
export type Notice = {
  readonly episode: string;
  readonly version: number;
  readonly events: readonly NumberedEvent[];
  readonly changes: readonly Change[];
};
