import type { EventStore } from './event-store.ts';
import { isErasure } from './is-erasure.ts';

/** The most events of others that are looked through; beyond that everything is read again. */
const PAGE = 500;

/**
 * Hears which stream changed, whether its first event was among what was added, and whether it was erased; null for the stream: any may
 * have changed, and been erased.
 */
export type StreamChange = (
  stream: string | null,
  how: { readonly begun: boolean; readonly erased: boolean },
) => void;

/**
 * Knows which streams of a store changed since they were read, so that what is remembered need not be asked for again one by one. The cost
 * follows what was recorded since the last question, by whomever.
 */
export class StreamWatch {
  readonly #store: EventStore;
  readonly #listeners: StreamChange[] = [];
  #position: number | null = null;
  #stamp: number | undefined;

  constructor(store: EventStore) {
    this.#store = store;
  }

  /** Remembers streams that were read, until something is added to them. `heard` is told of each that changed. */
  remember(heard: StreamChange = () => {}): FreshStreams {
    const fresh = new Set<string>();
    this.#listeners.push((stream, how) => {
      if (stream === null) fresh.clear();
      else fresh.delete(stream);
      heard(stream, how);
    });
    return {
      look: () => this.#catchUp(),
      at: () => this.#position,
      has: (stream) => fresh.has(stream),
      add: (stream, at) => {
        if (at !== null && at === this.#position) fresh.add(stream);
      },
      forget: (stream) => void fresh.delete(stream),
    };
  }

  /** Finds the streams to which something was added since the last question. */
  async #catchUp(): Promise<void> {
    const stamp = this.#store.stamp?.();
    if (stamp !== undefined && stamp === this.#stamp) return;
    if (this.#position !== null) {
      const more = await this.#store.readAll(this.#position, PAGE);
      for (const event of more)
        this.#tell(event.episode, { begun: event.version === 1, erased: isErasure(event) });
      this.#position = Math.max(this.#position, more.at(-1)?.position ?? 0);
      if (more.length < PAGE) {
        this.#stamp = stamp;
        return;
      }
    }
    this.#position = (await this.#store.outsideHead()).count;
    this.#stamp = stamp;
    this.#tell(null, { begun: false, erased: true });
  }

  #tell(...change: Parameters<StreamChange>): void {
    for (const listener of this.#listeners) listener(...change);
  }
}

/** The streams that somebody read and that have not changed since. */
export type FreshStreams = {
  /** Looks at what was recorded since the last look. To be waited for before `has`. */
  look(): Promise<void>;
  /** Up to where the log was looked at: to be asked before a stream is read, and given with it. */
  at(): number | null;
  has(stream: string): boolean;
  /** Says that a stream was read. It counts unless the log was looked at meanwhile: that may have passed by what came after the reading. */
  add(stream: string, at: number | null): void;
  forget(stream: string): void;
};
