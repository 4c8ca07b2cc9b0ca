import type { ChainedEvent } from '../../src/engine/chained-event.ts';
import type { EventStore } from '../../src/engine/event-store.ts';
import type { OutsideHead } from '../../src/engine/outside-head.ts';

/** A fresh, empty store for one test, and the ways in which a test reaches behind it. */
export type ConformanceSubject = {
  readonly store: EventStore;
  /** A second store on the same record, as another process would have it. */
  another(): EventStore;
  /** Puts other events, and perhaps another head, in the place of those that are stored, as a person with the file could. */
  tamper(
    change: (events: ChainedEvent[]) => { readonly events: ChainedEvent[]; readonly head?: OutsideHead },
  ): void;
  dispose(): Promise<void>;
};
