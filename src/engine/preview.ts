import type { CalendarDate } from '../curriculum/calendar-date.ts';
import type { Fold } from '../program/fold.ts';
import type { Episode } from './episode.ts';
import type { Outcome } from './outcome.ts';

/** One thing that would move, as data and as a sentence. */
export type Movement = {
  readonly kind: 'level' | 'credit' | 'phase' | 'lifecycle' | 'monitor' | 'track' | 'gate' | 'due' | 'flag';
  readonly id: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly on: CalendarDate | null;
  readonly sentence: string;
};

/** What some commands would do: how each would be answered, and what would move in each episode. */
export type Preview = {
  readonly outcomes: readonly Outcome[];
  readonly episodes: readonly { readonly episode: string; readonly movements: readonly Movement[] }[];
};

/** An episode as of a day. */
export type Stand = { readonly episode: Episode; readonly fold: Fold; readonly asOf: CalendarDate };
