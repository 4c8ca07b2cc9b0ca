import { createChainVerifier } from '../../engine/chain-verifier.ts';
import type { Verification } from '../../engine/event-store.ts';
import type { OutsideHead } from '../../engine/outside-head.ts';
import type { MemoryLog } from './memory-log.ts';

/** Checks a log as `EventStore.verify` says, from the events alone: it does not trust the log's own index. */
export function verifyLog(log: MemoryLog, outside?: OutsideHead): Verification {
  const events = log.events.toSorted((a, b) => a.position - b.position);
  const places = new Map(events.map((event) => [`${event.version} ${event.episode}`, event]));
  const erasures = log.erasures.toSorted((a, b) => a.version - b.version);
  const verifier = createChainVerifier(
    {
      at: (episode, version) => places.get(`${version} ${episode}`) ?? null,
      erasureAfter: (episode, version) =>
        erasures.find((row) => row.episode === episode && row.version > version) ?? null,
    },
    outside,
  );
  for (const event of events) {
    const problem = verifier.take(event);
    if (problem !== null) return { ok: false, events: verifier.reached().count, problem };
  }
  const problem = verifier.finish(log.head);
  const { count, head } = verifier.reached();
  if (problem !== null) return { ok: false, events: count, problem };
  return {
    ok: true,
    episodes: new Set(events.map((event) => event.episode).filter((id) => !id.includes(':'))).size,
    events: count,
    head,
  };
}
