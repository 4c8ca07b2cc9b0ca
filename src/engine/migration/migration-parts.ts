import type { Clock } from '../clock.ts';
import type { EpisodeReader } from '../episode-reader.ts';
import type { EventStore } from '../event-store.ts';
import type { Notice } from '../outcome.ts';
import type { PlanShelf } from '../plan-shelf.ts';

/** What a migration takes of an engine. */
export type MigrationParts = {
  readonly store: EventStore;
  readonly reader: EpisodeReader;
  readonly shelf: PlanShelf;
  readonly clock: Clock;
  readonly by: string;
  readonly tell: (notices: readonly Notice[]) => void;
};
