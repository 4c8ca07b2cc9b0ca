import { canonicalJson } from '../program/canonical-json.ts';
import type { Clock } from './clock.ts';
import type { EpisodeWrite, EventStore } from './event-store.ts';

/** Events for the end of a stream that is no episode. Without events it only demands that the stream has still this version. */
export type StreamWrite = {
  readonly stream: string;
  /** The version that the stream has before. */
  readonly version: number;
  readonly events: readonly object[];
};

/** What a store is given to write to a stream that is no episode; recorded now, and never earlier than what it has already. */
export async function writeOfStream(
  { store, clock }: { readonly store: EventStore; readonly clock: Clock },
  { stream, version, events }: StreamWrite,
): Promise<EpisodeWrite> {
  const now = clock.now();
  const last = version > 0 && events.length > 0 ? (await store.read(stream, version - 1)).at(-1) : undefined;
  const before = last?.recordedAt ?? '';
  return {
    episode: stream,
    expectedVersion: version,
    recordedAt: before > now ? before : now,
    events: events.map(canonicalJson),
    ...{ snapshot: null, due: null, caseload: null },
  };
}
