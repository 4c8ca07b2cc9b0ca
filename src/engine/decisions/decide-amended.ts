import type { EpisodeRecord, Fact } from '../../program/episode-event.ts';
import { compareFacts } from '../../program/order-facts.ts';
import type { ReadyCommand } from '../command.ts';
import { COMMAND_OF_FACT } from '../command-of-fact.ts';
import { appendRecords, type Episode, episodeOn, nothingTold } from '../episode.ts';
import type { Decision } from './decision.ts';

const DECISIONS: readonly Fact['type'][] = [
  'GateOverridden',
  'PhaseAdvanced',
  'ReturnedToPhase',
  'LeaveStarted',
  'LeaveEnded',
  'Discharged',
  'SteppedDown',
  'SteppedUp',
  'Transferred',
  'Readmitted',
  'StayExtended',
  'Waitlisted',
  'PlaceOffered',
  'OfferAccepted',
  'OfferDeclined',
  'RemovedFromWaitlist',
  'PrivilegeGranted',
  'PrivilegeWithdrawn',
  'TakeHomeGiven',
];

/** An amendment of one fact: its number, as it stands, and as it would be. */
type Amendment = { readonly version: number; readonly from: Fact; readonly to: Fact };

/**
 * Refuses an amendment that would go round the rules of the command that leads to such a fact, on the episode without it.
 * What refuses the fact as it stands already does not count: a correction need not put everything right. Null where it may be.
 *
 * An episode that cannot be told at all, by a date far off, must still be open to correction; its amendment is let through.
 */
export function decideAmended(
  episode: Episode,
  { version, from, to }: Amendment,
  decideOn: (episode: Episode, command: ReadyCommand) => Decision,
): Decision | null {
  const type = COMMAND_OF_FACT[to.type];
  if (type === undefined) return null;
  const record: EpisodeRecord = {
    version: episode.records.length + 1,
    recordedAt: episode.records.at(-1)?.recordedAt ?? '',
    event: { type: 'Voided', fact: version, on: to.on, by: to.by, reason: 'amended' },
  };
  try {
    const without = appendRecords(episode, [record]);
    const decideFact = (fact: Fact) =>
      decideOn(untilThen(without, version, fact), {
        ...fact,
        type,
        episode: episode.id,
      } as unknown as ReadyCommand);
    const decision = decideFact(to);
    if (decision.accepted) return null;
    const before = decideFact(from);
    return !before.accepted && before.refusal.code === decision.refusal.code ? null : decision;
  } catch {
    return null;
  }
}

/** The episode without what comes after a decision on its day; an observation needs all of them, to see what it repeats. */
function untilThen(episode: Episode, version: number, fact: Fact): Episode {
  if (!DECISIONS.includes(fact.type)) return episode;
  const told = episodeOn(episode, fact.on);
  const facts = told.facts.filter(
    (other) => other.fact.on !== fact.on || compareFacts(told.course, other, { version, fact }) < 0,
  );
  return { ...told, facts, ...nothingTold(told.course), previous: null };
}
