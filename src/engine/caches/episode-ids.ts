import type { EventStore } from '../event-store.ts';

/** The ids of all episodes of a store in order, of erased ones, too; other streams have a colon in their ids. */
export async function episodeIds(store: EventStore): Promise<string[]> {
  return (await store.streams('')).filter((id) => !id.includes(':'));
}
