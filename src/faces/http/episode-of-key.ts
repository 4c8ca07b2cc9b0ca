import { hash } from 'node:crypto';

/** The name of the episode that begins with an idempotency key; the same key gives the same name. Pure. */
export function episodeOfKey(key: string): string {
  return `e-${hash('sha256', key).slice(0, 32)}`;
}
