import type { Clock } from '../clock.ts';
import type { EventStore } from '../event-store.ts';
import type { PlanShelf } from '../plan-shelf.ts';

/** What caches are compared and written anew with. */
export type CacheParts = {
  readonly store: EventStore;
  readonly shelf: PlanShelf;
  readonly clock: Clock;
  /** Waited for after each episode, so that the process can do other work. */
  readonly pause: () => Promise<void>;
};
