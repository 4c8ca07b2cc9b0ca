import type { EventStore } from './event-store.ts';
import type { FreshStreams, StreamWatch } from './stream-watch.ts';

/**
 * Knows which episodes of a store were erased, by whomever, for those who read what other streams still say of them. The store is
 * asked again only after an erasure.
 */
export class ErasedEpisodes {
  readonly #store: EventStore;
  readonly #fresh: FreshStreams;
  #known: Promise<ReadonlySet<string>> | null = null;

  constructor(store: EventStore, watch: StreamWatch) {
    this.#store = store;
    this.#fresh = watch.remember((_stream, { erased }) => {
      if (erased) this.#known = null;
    });
  }

  /** The ids of all episodes that are erased now; the same set as before where none was erased meanwhile. */
  async now(): Promise<ReadonlySet<string>> {
    await this.#fresh.look();
    const asked = this.#known ?? this.#store.erased().then((ids) => new Set(ids));
    this.#known = asked;
    try {
      return await asked;
    } catch (error) {
      if (this.#known === asked) this.#known = null;
      throw error;
    }
  }
}
