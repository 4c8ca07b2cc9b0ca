import { EpisodeReader } from '../episode-reader.ts';
import type { EventStore } from '../event-store.ts';
import type { PlanShelf } from '../plan-shelf.ts';

/** A reader that tells episodes from their events alone, whatever snapshots there are, and keeps none of them. */
export function toldAnew(store: EventStore, shelf: PlanShelf): EpisodeReader {
  return new EpisodeReader({ ...store, snapshot: async () => null }, shelf, { keptBytes: 0 });
}
