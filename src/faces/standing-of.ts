import { addDays, toDayNumber } from '../curriculum/calendar-date.ts';
import { type Episode, standAsOf } from '../engine/episode.ts';
import { stagePlan } from '../program/course.ts';
import type { StandingEpisode } from '../simulation/forecast/standing-episode.ts';

/** An episode as it stands at the end of a day, for simulating how it goes on from the next. Days count from its first admission. Pure. */
export function standingOf(episode: Episode, today: string): StandingEpisode {
  const tomorrow = addDays(today, 1);
  const { episode: then, fold } = standAsOf(episode, tomorrow);
  const admission = then.facts.find(({ fact }) => fact.type === 'Admitted');
  const facts = then.facts.filter(({ fact }) => fact.on <= today);
  const day = toDayNumber(tomorrow);
  const admittedOn = admission === undefined ? day : toDayNumber(admission.fact.on);
  const { course } = then;
  return { plan: stagePlan(course, fold.snapshot.context), course, fold, facts, admittedOn, day };
}
