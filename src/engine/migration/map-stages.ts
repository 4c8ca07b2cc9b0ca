import { type CalendarDate, fromDayNumber } from '../../curriculum/calendar-date.ts';
import type { MigrationMapping } from '../../curriculum/migration-mapping.ts';
import { type Course, isPathway, stagePlan } from '../../program/course.ts';
import type { EpisodeContext } from '../../program/episode-context.ts';
import { emptyFold, type Fold, foldAsOf, tellFact } from '../../program/fold.ts';
import type { StandingFact } from '../../program/order-facts.ts';
import { mapFacts, type UnplacedFact } from './map-facts.ts';
import { mappingFor, stageTarget } from './stage-mapping.ts';

/** An episode under its old version: its facts in order, and what they come to at the beginning of the day of the migration. */
export type OldCourseEpisode = {
  readonly id: string;
  readonly course: Course;
  readonly facts: readonly StandingFact[];
  readonly fold: Fold;
};

type Mapped = { facts: StandingFact[]; unplaced: UnplacedFact[] };

/** A stay at one stage under the old version: the facts that were told in it, and the episode at its end. */
type Stay = {
  readonly stage: number;
  readonly from: number;
  readonly move: number;
  readonly facts: readonly StandingFact[];
  readonly fold: Fold;
  /** The first day that no longer belongs to it. */
  readonly until: CalendarDate;
};

/**
 * The facts of an episode in the words of another version of its curriculum, or of its pathway, and those that have no place
 * in it. Pure. On a pathway each stay at a level of care is mapped by itself, and the moves between them are placed: nothing
 * that was decided under the old version is decided again.
 */
export function mapEpisode(
  old: OldCourseEpisode,
  to: Course,
  mapping: MigrationMapping,
  on: CalendarDate,
): Mapped {
  if (!isPathway(old.course)) {
    const plan = stagePlan(old.course, { stage: 0 });
    return mapFacts({ ...old, plan }, stagePlan(to, { stage: 0 }), mapping, on);
  }
  const facts: StandingFact[] = [];
  const unplaced: UnplacedFact[] = [];
  let present: string | null = null;
  for (const stay of staysOf(old, on)) {
    const from = old.course.stages[stay.stage]!;
    const target = stageTarget(mapping, from.id);
    const there = to.stages.find(({ id }) => id === target);
    if (!there) {
      unplaced.push({ kind: 'stage', id: from.id, version: stay.move });
      continue;
    }
    const own = mappingFor(mapping, from.plan);
    const parts = { id: old.id, plan: from.plan, facts: stay.facts, fold: stay.fold };
    const mapped = mapFacts(parts, there.plan, own, stay.until);
    const begins = present !== null && present !== target;
    if (begins) facts.push(placed(old.facts, stay, target));
    facts.push(...mapped.facts.map((standing) => inStage(standing, stay, target, begins, mapping)));
    unplaced.push(...mapped.unplaced);
    present = target;
  }
  return { facts, unplaced };
}

/** The stays of an episode under its old version, by the moves that took effect. */
function staysOf(old: OldCourseEpisode, on: CalendarDate): Stay[] {
  const { stages } = old.fold.snapshot.context;
  const spans: EpisodeContext['stages'] =
    stages.length > 0 ? stages : [{ stage: 0, from: Number.NEGATIVE_INFINITY, fact: 0 }];
  const stays: Stay[] = [];
  let fold = emptyFold(old.course);
  let facts: StandingFact[] = [];
  const close = (until: CalendarDate, end: Fold) => {
    const span = spans[stays.length]!;
    stays.push({ stage: span.stage, from: span.from, move: span.fact, facts, fold: end, until });
    facts = [];
  };
  for (const standing of old.facts) {
    const next = spans[stays.length + 1];
    if (next !== undefined && standing.version === next.fact) {
      close(fromDayNumber(next.from + 1), foldAsOf(old.course, fold, next.from));
      fold = tellFact(old.course, fold, standing);
      continue;
    }
    if (standing.fact.on < on) fold = tellFact(old.course, fold, standing);
    facts.push(standing);
  }
  close(on, old.fold);
  return stays;
}

/** The move to a stage, which the new version takes as it was. */
function placed(facts: readonly StandingFact[], stay: Stay, stage: string): StandingFact {
  const move = facts.find(({ version }) => version === stay.move)?.fact;
  const starts = move !== undefined && 'cycleStarts' in move && move.cycleStarts !== undefined;
  return {
    version: stay.move,
    fact: {
      type: 'StagePlaced',
      on: fromDayNumber(stay.from),
      by: move?.by ?? 'stepwell',
      stage,
      ...(starts ? { cycleStarts: move.cycleStarts as Record<string, CalendarDate> } : {}),
    },
  };
}

/** A mapped fact with the stage that it names in the words of the new version; a phase entered with the stage comes after the move. */
function inStage(
  standing: StandingFact,
  stay: Stay,
  stage: string,
  begins: boolean,
  mapping: MigrationMapping,
): StandingFact {
  const { fact } = standing;
  if (fact.type === 'PhasePlaced') {
    if (begins && fact.on === fromDayNumber(stay.from))
      return { ...standing, fact: { ...fact, forStage: stage } };
    const turn = Math.max(1, fact.turn);
    return stay.move === 0 || fact.turn > 0 ? standing : { ...standing, fact: { ...fact, turn } };
  }
  if (fact.type === 'StagePlaced') return standing;
  const forStage = fact.forStage === undefined ? {} : { forStage: stageTarget(mapping, fact.forStage) };
  const named =
    'stage' in fact && fact.stage !== undefined ? { stage: stageTarget(mapping, fact.stage) } : {};
  return { ...standing, fact: { ...fact, ...forStage, ...named } };
}
