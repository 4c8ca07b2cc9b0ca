import type { EpisodeRecord } from './episode-event.ts';

/** The numbers of the events of a log that were voided, by an event that was not voided itself. */
export function voidedVersions(records: readonly EpisodeRecord[]): ReadonlySet<number> {
  const voided = new Set<number>();
  for (let i = records.length - 1; i >= 0; i -= 1) {
    const record = records[i]!;
    if (record.event.type === 'Voided' && !voided.has(record.version)) voided.add(record.event.fact);
  }
  return voided;
}
