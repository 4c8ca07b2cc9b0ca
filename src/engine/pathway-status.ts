import { type CalendarDate, fromDayNumber } from '../curriculum/calendar-date.ts';
import { clockDays } from '../program/clock-days.ts';
import { isPathway } from '../program/course.ts';
import type { EpisodeContext } from '../program/episode-context.ts';
import { explainCriterion } from '../program/explain-criterion.ts';
import type { Explanation } from '../program/explanation.ts';
import type { Fold } from '../program/fold.ts';
import { moveOverride, moveTruth } from '../program/move-gate.ts';
import type { MoveKind } from '../program/plan-stage.ts';
import { eligibilityOf } from './eligibility-of.ts';
import type { Episode } from './episode.ts';
import { moveAdmitted } from './move-admitted.ts';
import { type StayLimit, stayLimit } from './stay-limit.ts';

/** Where an episode stands on its pathway: the stage, the ones before it, and the ways to others. */
export type PathwayStatus = {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly stage: {
    readonly id: string;
    readonly title: string;
    readonly since: CalendarDate;
    readonly days: number;
    /** How many stays in the program that runs here there were, the present one included. Its weeks, stays and doses begin anew with each. */
    readonly stays: number;
    /** The days of the earlier ones, leave included; what was attended then counts, unless it expired. */
    readonly daysBefore: number;
  };
  /** The longest stay at this level of care; null where there is none. */
  readonly maximum: StayLimit | null;
  /** All stages so far, the present one last; `to` is the day of the next move, or null. */
  readonly stages: readonly {
    readonly id: string;
    readonly title: string;
    readonly levelOfCare: string;
    readonly from: CalendarDate;
    readonly to: CalendarDate | null;
    /** The number of the event that led there. */
    readonly fact: number;
  }[];
  /** The ways to other stages, each with its criteria explained. */
  readonly moves: readonly {
    readonly kind: MoveKind;
    readonly stage: string;
    readonly title: string;
    /** True where the criteria must hold, false where they only advise. */
    readonly binding: boolean;
    /** Whether the move may be decided now. */
    readonly open: boolean;
    /** Who may decide on it. */
    readonly roles: readonly string[];
    readonly explanation: Explanation | null;
    /** Whether the program there admits by what is known; null where it does not say whom it admits. */
    readonly eligibility: Explanation | null;
  }[];
};

/** Describes where an episode stands on its pathway; null for a curriculum alone, and before the admission. Pure. */
export function pathwayStatus(episode: Episode, fold: Fold): PathwayStatus | null {
  const { course, plan } = episode;
  const { context } = fold.snapshot;
  const { stages, today } = context;
  const last = stages.at(-1);
  if (!isPathway(course) || last === undefined) return null;
  const named = (stage: number) => course.stages[stage]!;
  const treated = context.ended === null;
  return {
    id: course.id,
    version: course.version,
    title: course.title,
    stage: {
      id: named(last.stage).id,
      title: named(last.stage).title,
      since: fromDayNumber(last.from),
      days: today === null ? 0 : clockDays(context, 'program', last.from, today),
      ...earlierStays(episode, context),
    },
    maximum: treated ? stayLimit(plan, context, 'stage') : null,
    stages: stages.map(({ stage, from, fact }, index) => ({
      id: named(stage).id,
      title: named(stage).title,
      levelOfCare: named(stage).plan.levelOfCare.name,
      from: fromDayNumber(from),
      to: dayOf(stages[index + 1]?.from ?? context.ended?.on),
      fact,
    })),
    moves: treated
      ? (plan.stage?.moves ?? []).map((move) => ({
          kind: move.kind,
          stage: move.stage,
          title: move.title,
          binding: move.binding,
          open:
            (moveTruth(plan, context, move.stage) === 'satisfied' ||
              moveOverride(context, move.stage) !== undefined) &&
            moveAdmitted(move, episode, today),
          roles: move.roles,
          explanation: move.gate === null ? null : explainCriterion(plan, fold, episode.facts, move.gate),
          eligibility: eligibilityThere(episode, move.to, today),
        }))
      : [],
  };
}

function earlierStays(
  { course }: Episode,
  { stages }: EpisodeContext,
): { stays: number; daysBefore: number } {
  const runs = (stage: number) => course.stages[stage]?.plan.curriculum.id;
  const last = stages.at(-1);
  const before = stages
    .slice(0, -1)
    .flatMap(({ stage, from }, index) =>
      last !== undefined && runs(stage) === runs(last.stage)
        ? [(stages[index + 1]?.from ?? from) - from]
        : [],
    );
  return { stays: before.length + 1, daysBefore: before.reduce((sum, days) => sum + days, 0) };
}

function eligibilityThere(
  { course, facts }: Episode,
  stage: number,
  today: number | null,
): Explanation | null {
  const eligibility = course.stages[stage]?.plan.eligibility;
  return eligibility === undefined || today === null
    ? null
    : eligibilityOf(eligibility, facts, { admittedOn: fromDayNumber(today), upTo: fromDayNumber(today) });
}

function dayOf(day: number | undefined): CalendarDate | null {
  return day === undefined ? null : fromDayNumber(day);
}
