import { addDays, toDayNumber } from '../curriculum/calendar-date.ts';
import { type Episode, standAsOf } from '../engine/episode.ts';
import type { StandingEpisode } from '../simulation/forecast/standing-episode.ts';

/**
 * An episode as it stands at the end of a day, for simulating how it goes on from the next; null where it is in a pathway and has moved in
 * it, which is not simulated. Pure.
 */
export function standingOf(episode: Episode, today: string): StandingEpisode | null {
  if (episode.course.stages.length > 1) return null;
  const tomorrow = addDays(today, 1);
  const { episode: then, fold } = standAsOf(episode, tomorrow);
  const { admittedOn } = fold.snapshot.context;
  const facts = then.facts.filter(({ fact }) => fact.on <= today);
  const day = toDayNumber(tomorrow);
  return { plan: then.plan, fold, facts, admittedOn: admittedOn ?? day, day };
}
