import { type CalendarDate, fromDayNumber, toDayNumber } from '../curriculum/calendar-date.ts';
import type { EpisodeRecord } from '../program/episode-event.ts';
import { emptyFold, type Fold, foldAsOf, mayTellNext, tellFact } from '../program/fold.ts';
import { compareFacts, type StandingFact } from '../program/order-facts.ts';
import type { Plan } from '../program/plan.ts';
import { standingFacts } from '../program/standing-facts.ts';

/**
 * One episode in memory: its log, the facts that stand in the order in which they happened, and how far they have been told.
 * Immutable. `told` facts are in `fold`; the rest lies later, perhaps in the future.
 */
export type Episode = {
  readonly id: string;
  readonly plan: Plan;
  readonly records: readonly EpisodeRecord[];
  readonly facts: readonly StandingFact[];
  readonly told: number;
  readonly fold: Fold;
};

/** An episode from its log; nothing is told yet. */
export function openEpisode(id: string, plan: Plan, records: readonly EpisodeRecord[]): Episode {
  const facts = standingFacts(records).sort((a, b) => compareFacts(plan, a, b));
  return { id, plan, records, facts, told: 0, fold: emptyFold(plan) };
}

/** The episode with more records at the end of its log. What was told stays told where the new facts come after it. */
export function appendRecords(episode: Episode, records: readonly EpisodeRecord[]): Episode {
  return records.reduce(appendRecord, episode);
}

function appendRecord(episode: Episode, record: EpisodeRecord): Episode {
  const records = [...episode.records, record];
  const { event, version } = record;
  if (event.type === 'DeadlineReached') return { ...episode, records };
  if (event.type === 'Amended' || event.type === 'Voided' || event.type === 'Migrated') {
    return openEpisode(episode.id, episode.plan, records);
  }
  const standing = { version, fact: event };
  const at = placeOf(episode, standing);
  const facts = [...episode.facts.slice(0, at), standing, ...episode.facts.slice(at)];
  if (at >= episode.told) return { ...episode, records, facts };
  return { ...episode, records, facts, told: 0, fold: emptyFold(episode.plan) };
}

function placeOf(episode: Episode, standing: StandingFact): number {
  let at = episode.facts.length;
  while (at > 0 && compareFacts(episode.plan, episode.facts[at - 1]!, standing) > 0) at -= 1;
  return at;
}

/** The episode with all facts up to and including a day told, and none after it. */
export function tellUntil(episode: Episode, on: CalendarDate): Episode {
  let { told, fold } = episode;
  if (fold.last !== null && fold.last.fact.on > on) {
    told = 0;
    fold = emptyFold(episode.plan);
  }
  while (told < episode.facts.length && episode.facts[told]!.fact.on <= on) {
    const next = episode.facts[told]!;
    if (!mayTellNext(episode.plan, fold, next)) throw new Error('facts are out of order');
    fold = tellFact(episode.plan, fold, next);
    told += 1;
  }
  return told === episode.told && fold === episode.fold ? episode : { ...episode, told, fold };
}

/** Where the episode stands on a day with the facts up to that day, and with what time did up to its beginning. */
export function standAsOf(
  episode: Episode,
  on: CalendarDate,
): { readonly episode: Episode; readonly fold: Fold } {
  const told = tellUntil(episode, on);
  return { episode: told, fold: foldAsOf(told.plan, told.fold, toDayNumber(on)) };
}

/** The latest day of which the record speaks: of the latest fact up to `today`, or of the clock. */
export function lastDay(episode: Episode, today: CalendarDate): CalendarDate | null {
  let latest: CalendarDate | null = null;
  for (const { event } of episode.records) {
    if (event.on <= today && event.type === 'DeadlineReached' && (latest === null || event.on > latest))
      latest = event.on;
  }
  for (const { fact } of episode.facts)
    if (fact.on <= today && (latest === null || fact.on > latest)) latest = fact.on;
  return latest;
}

/** The log as it was known at an instant (ISO 8601, UTC). */
export function knownAt(episode: Episode, instant: string): Episode {
  const records = episode.records.filter((record) => record.recordedAt <= instant);
  return records.length === episode.records.length ? episode : openEpisode(episode.id, episode.plan, records);
}

/** A day number of a fold's context as a date, or null. */
export function dateOf(day: number | null | undefined): CalendarDate | null {
  return day === null || day === undefined ? null : fromDayNumber(day);
}
