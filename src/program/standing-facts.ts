import { type EpisodeRecord, Fact } from './episode-event.ts';
import type { RecordedFact } from './order-facts.ts';
import { voidedVersions } from './voided-versions.ts';

/**
 * The facts that stand after all corrections in a log, in the order of recording. A voided fact is gone; an amended one
 * has its changes, the latest last; a correction that was voided itself has no effect. Nothing in the log is changed.
 */
export function standingFacts(records: readonly EpisodeRecord[]): RecordedFact[] {
  const voided = voidedVersions(records);
  const standing = new Map<number, Fact>();
  for (const { version, event } of records) {
    if (voided.has(version)) continue;
    if (event.type === 'Amended') {
      const fact = standing.get(event.fact);
      if (fact) standing.set(event.fact, amendFact(fact, event.change));
    } else if (event.type !== 'Voided' && event.type !== 'DeadlineReached' && event.type !== 'Migrated') {
      standing.set(version, event);
    }
  }
  return [...standing].map(([version, fact]) => ({ version, fact }));
}

/** A fact with some of its fields replaced; null takes an optional field away. Throws a ZodError where the result is no fact. */
export function amendFact(fact: Fact, change: Readonly<Record<string, unknown>>): Fact {
  const changed: Record<string, unknown> = { ...fact };
  for (const [key, value] of Object.entries(change)) {
    if (value === null) delete changed[key];
    else changed[key] = value;
  }
  return Fact.parse(changed);
}
