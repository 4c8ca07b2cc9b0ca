import { addDays, type CalendarDate, fromDayNumber } from '../curriculum/calendar-date.ts';
import type { FactOf } from '../program/episode-event.ts';
import { explainCriterion } from '../program/explain-criterion.ts';
import type { Explanation } from '../program/explanation.ts';
import type { Fold } from '../program/fold.ts';
import type { ReviewOutcome } from '../program/review-outcome.ts';
import { type Episode, standAsOf } from './episode.ts';
import { withDoseWeeks } from './with-dose-weeks.ts';

/** The criteria for each outcome of a review, explained; null where the program names none. */
export type StayCriteria = Readonly<Record<ReviewOutcome, Explanation | null>>;

/** Where the stay stands with its reviews. */
export type ContinuedStayStatus = {
  readonly criteria: StayCriteria;
  /** The latest review, with the criteria as they stood on its day by what is known now. */
  readonly last: {
    readonly fact: number;
    readonly on: CalendarDate;
    readonly by: string;
    readonly outcome: ReviewOutcome;
    readonly reason: string | null;
    readonly criteria: StayCriteria;
  } | null;
  readonly nextOn: CalendarDate | null;
};

/** Describes the reviews of a continued stay; null where the program names none and none was held. Pure. */
export function continuedStayStatus(episode: Episode, fold: Fold): ContinuedStayStatus | null {
  const { context } = fold.snapshot;
  const last = lastReview(episode, fold);
  if (context.admittedOn === null || (episode.plan.continuedStay === undefined && last === null)) return null;
  return {
    criteria: stayCriteria(episode, fold),
    last:
      last === null
        ? null
        : {
            fact: last.version,
            on: last.fact.on,
            by: last.fact.by,
            outcome: last.fact.outcome,
            reason: last.fact.reason ?? null,
            criteria: criteriaOn(episode, last.fact.on),
          },
    nextOn: nextReview(episode, fold),
  };
}

/** The day of the next review: the one that was named, else as often as the program reviews; null after the end, or where neither is. Pure. */
export function nextReview(episode: Episode, fold: Fold): CalendarDate | null {
  const { context } = fold.snapshot;
  if (context.admittedOn === null || context.ended !== null) return null;
  const last = lastReview(episode, fold)?.fact;
  if (last?.nextReview !== undefined) return last.nextReview;
  const every = episode.plan.continuedStay?.everyDays ?? null;
  const admitted = fromDayNumber(context.admittedOn);
  const from = last === undefined || last.on < admitted ? admitted : last.on;
  return every === null ? null : addDays(from, every);
}

/** The criteria of a review as they stand in a fold. Pure. */
export function stayCriteria({ plan, facts }: Episode, fold: Fold): StayCriteria {
  const counted = withDoseWeeks(plan, fold);
  const explain = (index: number | null | undefined) =>
    index == null ? null : explainCriterion(plan, counted, facts, index);
  const { continuedStay: named } = plan;
  return {
    continue: explain(named?.continue),
    transfer: explain(named?.transfer),
    discharge: explain(named?.discharge),
  };
}

function criteriaOn(episode: Episode, on: CalendarDate): StayCriteria {
  const then = standAsOf(episode, on);
  return stayCriteria(then.episode, then.fold);
}

/** The latest review; of two on one day the one that was recorded later. */
function lastReview(episode: Episode, fold: Fold) {
  const { today } = fold.snapshot.context;
  const asOf = today === null ? '' : fromDayNumber(today);
  const held = episode.facts.filter(({ fact }) => fact.type === 'ContinuedStayReviewed' && fact.on <= asOf);
  const found = held
    .toSorted((a, b) => (a.fact.on === b.fact.on ? a.version - b.version : a.fact.on < b.fact.on ? -1 : 1))
    .at(-1);
  return found === undefined ? null : { ...found, fact: found.fact as FactOf<'ContinuedStayReviewed'> };
}
