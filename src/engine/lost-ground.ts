import { addDays, type CalendarDate } from '../curriculum/calendar-date.ts';
import { explainCriterion } from '../program/explain-criterion.ts';
import type { Explanation } from '../program/explanation.ts';
import { exitGate, gateTruth } from '../program/phase-gate.ts';
import { type Episode, lastDay, nothingTold, standAsOf } from './episode.ts';

/** Why an advance that was recorded has no ground any more, and when it would have had. */
export type LostGround = {
  readonly to: string;
  readonly on: CalendarDate;
  /** The gate as it stood on that day. */
  readonly gate: Explanation;
  /** The first day on which the gate holds by what is recorded, or else the earliest on which it could; null where it will not by itself. */
  readonly earliest: CalendarDate | null;
};

/**
 * Tells an episode without one of its advances, to see where the gate stood on that day and when it came to hold. Pure.
 * Null where the event is no advance, or was told by an earlier version of the curriculum.
 */
export function lostGround(episode: Episode, version: number, today: CalendarDate): LostGround | null {
  const advance = episode.facts.find((standing) => standing.version === version);
  if (advance?.fact.type !== 'PhaseAdvanced') return null;
  const { plan } = episode;
  const facts = episode.facts.filter(
    ({ version: other, fact }) =>
      other !== version && !(fact.type === 'PhaseAdvanced' && fact.on >= advance.fact.on),
  );
  const without: Episode = { ...episode, facts, ...nothingTold(episode.course) };
  const last = lastDay(episode, today) ?? advance.fact.on;
  let standing = standAsOf(without, advance.fact.on);
  const index = exitGate(plan, standing.fold.snapshot.context);
  if (index === null) return null;
  const gate = explainCriterion(plan, standing.fold, facts, index);
  const { to, on } = { to: advance.fact.to, on: advance.fact.on };
  for (let day = on; day <= last; day = addDays(day, 1)) {
    standing = standAsOf(standing.whole, day);
    if (gateTruth(plan, standing.fold.snapshot.context) === 'satisfied')
      return { to, on, gate, earliest: day };
  }
  return { to, on, gate, earliest: explainCriterion(plan, standing.fold, facts, index).earliest };
}

/** The sentence for an advance that lost its ground: what was missing on its day, and when it could have come. */
export function lostGroundSentence(ground: LostGround, title: string): string {
  const earliest = ground.earliest === null ? '' : `; earliest date now ${ground.earliest}`;
  const missing = ground.gate.missing ?? 'the gate holds';
  return `The advance to ${title} on ${ground.on} no longer holds: ${missing}${earliest}`;
}
