import { type EpisodeEvent, Fact } from '../../program/episode-event.ts';
import { amendFact, standingFacts } from '../../program/standing-facts.ts';
import type { Episode } from '../episode.ts';
import type { Unplaced } from '../migration/map-fact.ts';
import { sayInPresentWords } from '../migration/say-in-words.ts';
import { type Decision, refuse } from './decision.ts';

/**
 * Refuses what would be recorded for a day before a migration and has no place in the version after it, so that nothing is
 * silently without effect. Null where all has a place.
 */
export function withoutPlace(episode: Episode, events: readonly EpisodeEvent[]): Decision | null {
  if (episode.previous === null) return null;
  for (const [index, event] of events.entries()) {
    const recorded = factOf(episode, event, episode.records.length + index + 1);
    if (recorded === null) continue;
    const said = sayInPresentWords(episode, recorded.version, recorded.fact);
    if ('unplaced' in said)
      return refuse(
        'no-place',
        `${said.unplaced.map(nameOf).join(', ')} has no place in version ${episode.course.version}, to which the patient was moved on ${episode.previous.until}; undo the migration, or migrate with a mapping that names it`,
      );
  }
  return null;
}

/** The fact that an event records or changes, with its number. */
function factOf(
  episode: Episode,
  event: EpisodeEvent,
  version: number,
): { version: number; fact: Fact } | null {
  if (event.type === 'Amended') {
    const standing = standingFacts(episode.records).find((fact) => fact.version === event.fact);
    return standing ? { version: event.fact, fact: amendFact(standing.fact, event.change) } : null;
  }
  const fact = Fact.safeParse(event);
  return fact.success ? { version, fact: fact.data } : null;
}

function nameOf({ kind, id }: Unplaced): string {
  return `${kind} ${id}`;
}
