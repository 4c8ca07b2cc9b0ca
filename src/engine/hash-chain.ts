import { hash, randomBytes } from 'node:crypto';

/** What stands in the place of the hash before the first event of an episode, and of the head of an empty store. */
export const CHAIN_START = '0'.repeat(64);

/** What a store keeps beside an event so that an altered one is found. */
export type ChainSeal = {
  readonly salt: string;
  readonly digest: string;
  readonly hash: string;
  readonly head: string;
};

/**
 * SHA-256 of a body with its salt: `sha256(salt ‖ body)`, both as UTF-8 text, the salt as 32 hex characters.
 *
 * The salt keeps the digest of an erased body from being guessed by trying likely bodies.
 */
export function digestOf(salt: string, body: string): string {
  return hash('sha256', salt + body);
}

/**
 * SHA-256 that chains an event to the one before it in its episode.
 *
 * The bytes are the UTF-8 of this JSON text, keys in this order, no white space, strings as `JSON.stringify` writes them:
 * `{"digest":"…","episode":"…","previous":"…","recordedAt":"…","version":1}`.
 */
export function hashOf(event: {
  readonly previous: string;
  readonly episode: string;
  readonly version: number;
  readonly recordedAt: string;
  readonly digest: string;
}): string {
  const { digest, episode, previous, recordedAt, version } = event;
  return hash(
    'sha256',
    `{"digest":"${digest}","episode":${JSON.stringify(episode)},"previous":"${previous}",` +
      `"recordedAt":${JSON.stringify(recordedAt)},"version":${version}}`,
  );
}

/** SHA-256 over the whole store up to an event: 64 hex characters, 64 hex characters, the position in decimal. */
export function headOf(previousHead: string, eventHash: string, position: number): string {
  return hash('sha256', previousHead + eventHash + position);
}

/**
 * Seals a new event: salts its body and chains it to its episode and to the store.
 *
 * The algorithm, complete, so that it can be checked from outside with nothing but the columns of the event table.
 * All hashes are SHA-256 in lower-case hex; `‖` joins texts; bytes are UTF-8; "zeros" is the character 0, 64 times.
 *
 * 1. `salt`: 16 random bytes as 32 lower-case hex characters, new for every event.
 * 2. `digest = sha256(salt ‖ body)`.
 * 3. `hash = sha256({"digest":"…","episode":"…","previous":"…","recordedAt":"…","version":n})` with `previous` the
 *    `hash` of version n - 1 of the same episode, zeros for version 1. Versions run from 1 without gaps.
 * 4. `head = sha256(head of position p - 1 ‖ hash ‖ p)`, p in decimal, zeros before position 1. Positions run from
 *    1 without gaps over all episodes.
 * 5. The table `head` keeps the number of events and the head of the last one.
 *
 * A body and its salt may be erased together where a law requires it: step 2 can no longer be checked for that event, all
 * else can. An erased event must be covered by a later event of its episode, of type `EpisodeErased`.
 *
 * Impure only in that the salt comes from the system's random source, unless one is given.
 */
export function sealEvent(
  before: { readonly hash: string; readonly head: string },
  event: {
    readonly position: number;
    readonly episode: string;
    readonly version: number;
    readonly recordedAt: string;
    readonly body: string;
  },
  salt: string = nextSalt(),
): ChainSeal {
  const digest = digestOf(salt, event.body);
  const { episode, version, recordedAt } = event;
  const sealed = hashOf({ previous: before.hash, episode, version, recordedAt, digest });
  return { salt, digest, hash: sealed, head: headOf(before.head, sealed, event.position) };
}

const SALT_BYTES = 16;
const SALTS = { bytes: Buffer.alloc(0), used: 0 };

/** Salts are drawn from the system's random source many at a time: each draw of its own costs more than the hashes. */
function nextSalt(): string {
  if (SALTS.used >= SALTS.bytes.length) {
    SALTS.bytes = randomBytes(256 * SALT_BYTES);
    SALTS.used = 0;
  }
  SALTS.used += SALT_BYTES;
  return SALTS.bytes.toString('hex', SALTS.used - SALT_BYTES, SALTS.used);
}
