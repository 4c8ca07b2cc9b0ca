import type { StoredEvent } from './event-store.ts';

/** Whether an event was erased, or says that those before it were. Pure. */
export function isErasure({ body }: Pick<StoredEvent, 'body'>): boolean {
  return body === null || body.endsWith('"type":"EpisodeErased"}');
}
