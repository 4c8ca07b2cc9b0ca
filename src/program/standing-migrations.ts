import type { EpisodeEvent, EpisodeRecord } from './episode-event.ts';
import { voidedVersions } from './voided-versions.ts';

/** A migration of an episode to another version of its curriculum, with the number it has in the episode. */
export type StandingMigration = {
  readonly version: number;
  readonly event: Extract<EpisodeEvent, { type: 'Migrated' }>;
};

/** The migrations of a log that were not voided, and whose admission was not, in the order of recording. */
export function standingMigrations(records: readonly EpisodeRecord[]): StandingMigration[] {
  if (!records.some(({ event }) => event.type === 'Migrated')) return [];
  const voided = voidedVersions(records);
  const migrations: StandingMigration[] = [];
  let admission = 0;
  for (const { version, event } of records) {
    if (event.type === 'Admitted') admission = version;
    if (event.type === 'Migrated' && !voided.has(version) && !voided.has(admission))
      migrations.push({ version, event });
  }
  return migrations;
}
