import { addDays, type CalendarDate } from '../curriculum/calendar-date.ts';
import type { FactOf } from '../program/episode-event.ts';
import { evaluateCriterion } from '../program/evaluate-criterion.ts';
import { explainCriterion } from '../program/explain-criterion.ts';
import type { Explanation } from '../program/explanation.ts';
import { moveTo } from '../program/move-gate.ts';
import type { StandingFact } from '../program/order-facts.ts';
import { exitGate } from '../program/phase-gate.ts';
import { type Episode, lastDay, nothingTold, standAsOf } from './episode.ts';

/** Why an advance, or a move between levels of care, that was recorded has no ground any more, and when it would have had. */
export type LostGround = {
  /** The phase, or the stage where it was a move between levels of care. */
  readonly to: string;
  readonly move: boolean;
  readonly on: CalendarDate;
  /** The gate as it stood on that day. */
  readonly gate: Explanation;
  /** The first day on which the gate holds by what is recorded, or else the earliest on which it could; null where it will not by itself. */
  readonly earliest: CalendarDate | null;
};

/**
 * Tells an episode without one of its advances or moves, to see where the gate stood on that day and when it came to hold. Pure.
 * Null where the event is neither, or was told by an earlier version of the curriculum.
 */
export function lostGround(episode: Episode, version: number, today: CalendarDate): LostGround | null {
  const decision = episode.facts.find((standing) => standing.version === version)?.fact;
  if (decision === undefined || !isDecision(decision)) return null;
  const facts = episode.facts.filter(
    ({ version: other, fact }) => other !== version && !(isDecision(fact) && fact.on >= decision.on),
  );
  const without: Episode = { ...episode, facts, ...nothingTold(episode.course) };
  const { on } = decision;
  const move = !('to' in decision);
  const to = 'to' in decision ? decision.to : decision.stage;
  const last = lastDay(episode, today) ?? on;
  let standing = standAsOf(without, on);
  const { plan } = standing.episode;
  const { context } = standing.fold.snapshot;
  const index = 'to' in decision ? exitGate(plan, context) : (moveTo(plan, to)?.gate ?? null);
  if (index === null) return null;
  const gate = explainCriterion(plan, standing.fold, facts, index);
  for (let day = on; day <= last; day = addDays(day, 1)) {
    standing = standAsOf(standing.whole, day);
    if (evaluateCriterion(plan, standing.fold.snapshot.context, index) === 'satisfied')
      return { to, move, on, gate, earliest: day };
  }
  return { to, move, on, gate, earliest: explainCriterion(plan, standing.fold, facts, index).earliest };
}

type Decision = FactOf<'PhaseAdvanced' | 'SteppedDown' | 'SteppedUp' | 'Transferred'>;

function isDecision(fact: StandingFact['fact']): fact is Decision {
  return ['PhaseAdvanced', 'SteppedDown', 'SteppedUp', 'Transferred'].includes(fact.type);
}

/** The sentence for an advance that lost its ground: what was missing on its day, and when it could have come. */
export function lostGroundSentence(ground: LostGround, title: string): string {
  const earliest = ground.earliest === null ? '' : `; earliest date now ${ground.earliest}`;
  const missing = ground.gate.missing ?? 'the gate holds';
  return `The ${ground.move ? 'move' : 'advance'} to ${title} on ${ground.on} no longer holds: ${missing}${earliest}`;
}
