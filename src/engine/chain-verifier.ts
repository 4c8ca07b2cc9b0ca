import type { ChainedEvent } from './chained-event.ts';
import { type Erasure, erasureBody } from './erasure.ts';
import type { Verification } from './event-store.ts';
import { CHAIN_START, digestOf, hashOf, headOf } from './hash-chain.ts';
import type { OutsideHead } from './outside-head.ts';

type Problem = Extract<Verification, { ok: false }>['problem'];

/** What a verifier asks of the store whose events it walks. */
export type ChainSource = {
  /** The event of an episode with a version, or null. */
  at(episode: string, version: number): Pick<ChainedEvent, 'position' | 'hash' | 'body'> | null;
  /** The first erasure of an episode with a version above the given one, or null. */
  erasureAfter(episode: string, version: number): Erasure | null;
};

/** Takes a store's events one by one, in order of position, and then the store's own head. */
export type ChainVerifier = {
  /** The problem with the next event, or null. After a problem there is no next. */
  take(event: ChainedEvent): Problem | null;
  /** The problem that shows only at the end (a cut tail, another head than the one kept outside), or null. */
  finish(stored: OutsideHead | null): Problem | null;
  /** How many events agreed, and the head over them. */
  reached(): OutsideHead;
};

/**
 * Walks a chain of events and names the first that was altered, is missing or out of order; see `hash-chain.ts`.
 *
 * Needs constant memory. Messages hold positions and versions, never content.
 */
export function createChainVerifier(source: ChainSource, outside?: OutsideHead): ChainVerifier {
  let count = 0;
  let head = CHAIN_START;

  function take(event: ChainedEvent): Problem | null {
    const { position, episode, version } = event;
    const say = (code: Problem['code'], message: string, at = version): Problem => ({
      code,
      episode,
      version: at,
      position,
      message: `Event ${position} (version ${version} of its episode) ${message}`,
    });
    if (position !== count + 1) return gap(count + 1, position);
    const previous = version === 1 ? null : source.at(episode, version - 1);
    if (version !== 1 && previous === null) {
      return say('missing', `has no version ${version - 1} before it.`, version - 1);
    }
    if (previous !== null && previous.position >= position) {
      return say('reordered', `stands before version ${version - 1} of its episode.`);
    }
    const flaw = contentFlaw(source, event);
    if (flaw !== null) return say('altered', flaw);
    const expected = hashOf({ ...event, previous: previous?.hash ?? CHAIN_START });
    if (expected !== event.hash) return say('altered', 'does not agree with its hash.');
    const next = headOf(head, event.hash, position);
    if (next !== event.head) return say('reordered', 'does not stand where it was recorded.');
    count = position;
    head = next;
    if (outside?.count === count && outside.head !== head) return otherHead(position);
    return null;
  }

  function finish(stored: OutsideHead | null): Problem | null {
    if (stored === null) return atEnd('head-differs', null, 'The row that keeps the head is missing.');
    if (stored.count > count) return gap(count + 1, null);
    if (stored.count < count) {
      return atEnd(
        'head-differs',
        stored.count + 1,
        `There are ${count - stored.count} events after the head.`,
      );
    }
    if (stored.head !== head)
      return atEnd('head-differs', null, 'The stored head is not that of the events.');
    if (outside !== undefined && outside.count > count) {
      return atEnd('missing', count + 1, `There were ${outside.count} events, and there are ${count}.`);
    }
    if (outside?.count === 0 && outside.head !== CHAIN_START) return otherHead(null);
    return null;
  }

  return { take, finish, reached: () => ({ count, head }) };
}

function contentFlaw(source: ChainSource, event: ChainedEvent): string | null {
  const { episode, version, salt, body } = event;
  if (salt !== null && body !== null) {
    return digestOf(salt, body) === event.digest ? null : 'has another body than was recorded.';
  }
  if (salt !== null || body !== null) return 'lost a part of its content.';
  const erasure = source.erasureAfter(episode, version);
  if (erasure === null) return 'lost its body without an erasure.';
  const record = source.at(episode, erasure.version);
  return record?.body === erasureBody(erasure)
    ? null
    : 'lost its body by an erasure that is not in the chain.';
}

function gap(position: number, next: number | null): Problem {
  const end = next === null ? 'the end of the log' : `event ${next}`;
  return atEnd('missing', position, `Event ${position} is missing: after ${position - 1} comes ${end}.`);
}

function otherHead(position: number | null): Problem {
  return atEnd('head-differs', position, 'The log is not the one of which the head was kept outside.');
}

function atEnd(code: Problem['code'], position: number | null, message: string): Problem {
  return { code, episode: null, version: null, position, message };
}
