import type { StoredEvent } from './event-store.ts';

/** An event with all that its place in the hash chain rests on, as a store keeps it. See `hash-chain.ts`. */
export type ChainedEvent = StoredEvent & {
  /** 32 lower-case hex characters; null once the body was erased. */
  readonly salt: string | null;
  /** SHA-256 (hex) of salt and body; it stays when both are erased. */
  readonly digest: string;
  /** SHA-256 (hex) over all events of the store up to this one. */
  readonly head: string;
};
