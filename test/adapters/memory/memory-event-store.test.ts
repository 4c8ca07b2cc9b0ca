import { createMemoryEventStore } from '../../../src/adapters/memory/memory-event-store.ts';
import { createMemoryLog } from '../../../src/adapters/memory/memory-log.ts';
import { testEventStore } from '../../engine/event-store-conformance.ts';

testEventStore('the memory store', () => {
  const log = createMemoryLog();
  return {
    store: createMemoryEventStore(log),
    another: () => createMemoryEventStore(log),
    tamper: (change) => {
      const { events, head = log.head } = change(structuredClone(log.events));
      log.events = events;
      log.head = head;
    },
    dispose: async () => {},
  };
});
