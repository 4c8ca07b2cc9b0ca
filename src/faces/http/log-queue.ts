import type { AccessEntry } from '../../access/access-entry.ts';

/** Adds lines to the access log, those of several requests at once: each batch costs one wait for the disk. */
export type LogQueue = {
  /** Resolves when the line is on disk, and rejects where it could not be added: nobody is answered before that. */
  add(entry: AccessEntry): Promise<void>;
};

/** Makes the queue before a log. `addAll` adds lines in their order, all of them or none, at once or by and by. */
export function createLogQueue(addAll: (entries: readonly AccessEntry[]) => unknown): LogQueue {
  let waiting: { readonly entry: AccessEntry; readonly told: PromiseWithResolvers<void> }[] = [];
  let busy = false;
  const flush = async () => {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      try {
        await addAll(batch.map(({ entry }) => entry));
        for (const { told } of batch) told.resolve();
      } catch (error) {
        for (const { told } of batch) told.reject(error);
      }
    }
    busy = false;
  };
  return {
    add: (entry) => {
      const told = Promise.withResolvers<void>();
      waiting.push({ entry, told });
      // Requests that came in together are waited for.
      if (!busy) setImmediate(flush);
      busy = true;
      return told.promise;
    },
  };
}
