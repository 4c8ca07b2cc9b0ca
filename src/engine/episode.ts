import { addDays, type CalendarDate, fromDayNumber, toDayNumber } from '../curriculum/calendar-date.ts';
import type { MigrationMapping } from '../curriculum/migration-mapping.ts';
import { type Course, courseOf, stagePlan } from '../program/course.ts';
import type { EpisodeRecord } from '../program/episode-event.ts';
import { emptyFold, type Fold, foldAsOf, mayTellNext, tellFact } from '../program/fold.ts';
import { compareFacts, type StandingFact } from '../program/order-facts.ts';
import type { Plan } from '../program/plan.ts';
import { standingFacts } from '../program/standing-facts.ts';
import { standingMigrations } from '../program/standing-migrations.ts';
import type { UnplacedFact } from './migration/map-facts.ts';
import { mapEpisode } from './migration/map-stages.ts';
import type { PlanLookup } from './plan-lookup.ts';
import { StepwellError } from './stepwell-error.ts';

/**
 * One episode in memory: its log, the facts that stand in the order in which they happened, and how far they have been told.
 * Immutable. `told` facts are in `fold`; the rest lies later, perhaps in the future.
 *
 * After a migration it is told from the start by the new version, with the facts from before in its words; `previous` is the
 * episode as the version before tells it, which holds for all days before `until`.
 */
export type Episode = {
  readonly id: string;
  /** All stages that the patient may go through. */
  readonly course: Course;
  /** The plan of the stage in which the patient is after the facts told so far. */
  readonly plan: Plan;
  readonly plans: PlanLookup;
  readonly records: readonly EpisodeRecord[];
  readonly facts: readonly StandingFact[];
  readonly told: number;
  readonly fold: Fold;
  readonly previous: PreviousEpisode | null;
  /** Earlier tellings of the same facts, so that a fact that belongs a little before the latest one is told from there. */
  readonly checkpoints: readonly Checkpoint[];
};

/** A telling of the first `told` facts. */
export type Checkpoint = { readonly told: number; readonly fold: Fold };

const CHECKPOINT_EVERY = 16;

/** An episode before a migration. `migration` is the number of that event, `unplaced` what has no place after it. */
export type PreviousEpisode = {
  readonly until: CalendarDate;
  readonly migration: number;
  readonly mapping: MigrationMapping;
  readonly episode: Episode;
  readonly unplaced: readonly UnplacedFact[];
};

const NO_PLANS: PlanLookup = (id, version) => {
  throw new StepwellError('not-found', `the curriculum ${id}@${version} was not loaded`, { id, version });
};

/**
 * An episode from its log; nothing is told yet. `plan` is that of its admission; `plans` gives those to which it migrated.
 * A fact is in the words of the version that the episode had on its day when it was recorded.
 */
export function openEpisode(
  id: string,
  of: Plan | Course,
  records: readonly EpisodeRecord[],
  plans: PlanLookup = NO_PLANS,
): Episode {
  const facts = standingFacts(records);
  const own = courseOfAdmission(facts, courseOf(of), plans);
  const migrations = standingMigrations(records);
  const wordsOf = ({ version, fact }: StandingFact) =>
    migrations.filter((m) => version > m.version && fact.on >= m.event.on).length;
  const admitted = untold(
    { id, course: own, plans, records, previous: null },
    facts.filter((fact) => wordsOf(fact) === 0),
  );
  return migrations.reduce((before, { version, event }, index) => {
    const to = plans(event.curriculum, event.version);
    const episode = tellOwn(before, addDays(event.on, -1));
    const old = { ...episode, fold: foldAsOf(episode.course, episode.fold, toDayNumber(event.on)) };
    const mapped = mapEpisode(old, to, event.mapping, event.on);
    const { mapping, on: until } = event;
    const previous = { until, migration: version, mapping, episode, unplaced: mapped.unplaced };
    const own = facts.filter((fact) => wordsOf(fact) === index + 1);
    return untold({ id, course: to, plans, records, previous }, [...mapped.facts, ...own]);
  }, admitted);
}

/** The course of the admission that stands: it may be another than the latest, where admissions were voided. */
function courseOfAdmission(facts: readonly StandingFact[], course: Course, plans: PlanLookup): Course {
  const admitted = facts.findLast(({ fact }) => fact.type === 'Admitted')?.fact;
  if (admitted?.type !== 'Admitted') return course;
  const { id, version } = course;
  return admitted.curriculum === id && admitted.version === version
    ? course
    : plans(admitted.curriculum, admitted.version);
}

function untold(
  of: Omit<Episode, 'plan' | 'facts' | 'told' | 'fold' | 'checkpoints'>,
  facts: readonly StandingFact[],
): Episode {
  const ordered = [...facts].sort((a, b) => compareFacts(of.course, a, b));
  return { ...of, facts: ordered, ...nothingTold(of.course) };
}

/** The episode with more records at the end of its log. What was told stays told where the new facts come after it. */
export function appendRecords(episode: Episode, records: readonly EpisodeRecord[]): Episode {
  return records.reduce(appendRecord, episode);
}

function appendRecord(episode: Episode, record: EpisodeRecord): Episode {
  const records = [...episode.records, record];
  const { event, version } = record;
  if (event.type === 'DeadlineReached') return { ...episode, records };
  const late = episode.previous !== null && event.on < episode.previous.until;
  if (event.type === 'Amended' || event.type === 'Voided' || event.type === 'Migrated' || late) {
    return openEpisode(episode.id, admissionCourse(episode), records, episode.plans);
  }
  const standing = { version, fact: event };
  const at = placeOf(episode, standing);
  const facts = [...episode.facts.slice(0, at), standing, ...episode.facts.slice(at)];
  if (at >= episode.told) return { ...episode, records, facts };
  return { ...episode, records, facts, ...rewind(episode, (checkpoint) => checkpoint.told <= at) };
}

/** The course that the patient was admitted to. */
function admissionCourse(episode: Episode): Course {
  return episode.previous === null ? episode.course : admissionCourse(episode.previous.episode);
}

/** What of an episode says that nothing was told yet. */
export function nothingTold(course: Course): Pick<Episode, 'plan' | 'told' | 'fold' | 'checkpoints'> {
  return { plan: stagePlan(course, { stage: 0 }), told: 0, fold: emptyFold(course), checkpoints: [] };
}

function placeOf(episode: Episode, standing: StandingFact): number {
  let at = episode.facts.length;
  while (at > 0 && compareFacts(episode.course, episode.facts[at - 1]!, standing) > 0) at -= 1;
  return at;
}

/** The episode with all facts up to and including a day told by its own version, and none after it. */
function tellOwn(episode: Episode, on: CalendarDate): Episode {
  const tooFar = episode.fold.last !== null && episode.fold.last.fact.on > on;
  let { told, fold, checkpoints } = tooFar
    ? rewind(episode, (checkpoint) => (checkpoint.fold.last?.fact.on ?? '') <= on)
    : episode;
  while (told < episode.facts.length && episode.facts[told]!.fact.on <= on) {
    const next = episode.facts[told]!;
    if (!mayTellNext(episode.course, fold, next)) throw new Error('facts are out of order');
    if (next.fact.on !== fold.last?.fact.on) checkpoints = withCheckpoint(checkpoints, { told, fold });
    fold = tellFact(episode.course, fold, next);
    told += 1;
  }
  if (told === episode.told && fold === episode.fold) return episode;
  return { ...episode, plan: stagePlan(episode.course, fold.snapshot.context), told, fold, checkpoints };
}

/** The latest telling that is still good, and the checkpoints before it. */
function rewind(
  episode: Episode,
  good: (checkpoint: Checkpoint) => boolean,
): Pick<Episode, 'plan' | 'told' | 'fold' | 'checkpoints'> {
  const checkpoints = episode.checkpoints.filter(good);
  const latest = checkpoints.at(-1) ?? { told: 0, fold: emptyFold(episode.course) };
  return { plan: stagePlan(episode.course, latest.fold.snapshot.context), ...latest, checkpoints };
}

/** Checkpoints with the beginning of another day: the latest is always kept, of those before it one in so many facts. */
function withCheckpoint(checkpoints: readonly Checkpoint[], next: Checkpoint): readonly Checkpoint[] {
  const [last, before] = [checkpoints.at(-1), checkpoints.at(-2)];
  const sparse = last !== undefined && last.told - (before?.told ?? 0) < CHECKPOINT_EVERY;
  return [...(sparse ? checkpoints.slice(0, -1) : checkpoints), next];
}

/** The episode as the version tells it that it had on a day. */
export function episodeOn(episode: Episode, on: CalendarDate): Episode {
  const { previous, records } = episode;
  if (previous === null || on >= previous.until) return episode;
  return episodeOn({ ...previous.episode, records }, on);
}

/** Where episodes stood on the day of which each was asked last: a page asks for the same several times. An episode never changes. */
const stood = new WeakMap<Episode, { readonly on: CalendarDate; readonly standing: Standing }>();

/** An episode on a day: told by the version of that day, and whole, with all its versions. */
type Standing = { readonly episode: Episode; readonly fold: Fold; readonly whole: Episode };

/**
 * Where the episode stands on a day with the facts up to that day, and with what time did up to its beginning. `episode` is
 * told by the version of that day; `whole` is the one to keep, with all its versions.
 */
export function standAsOf(episode: Episode, on: CalendarDate): Standing {
  const known = stood.get(episode);
  if (known?.on === on) return known.standing;
  const version = episodeOn(episode, on);
  const told = tellOwn(version, on);
  const fold = foldAsOf(told.course, told.fold, toDayNumber(on));
  const standing = { episode: told, fold, whole: version === episode ? told : episode };
  stood.set(episode, { on, standing });
  // Whoever keeps the one that was told asks for it next.
  if (standing.whole === told) stood.set(told, { on, standing });
  return standing;
}

/** The latest day up to `today` of which the record speaks: of a fact, of the clock, or of a migration. */
export function lastDay(episode: Episode, today: CalendarDate): CalendarDate | null {
  const { records } = episode;
  let latest: CalendarDate | null = null;
  const take = (day: CalendarDate) => {
    if (day <= today && (latest === null || day > latest)) latest = day;
  };
  for (const { event } of records) if (event.type === 'DeadlineReached') take(event.on);
  for (let told: Episode | undefined = episode; told; told = told.previous?.episode) {
    // Facts are in the order of their days.
    const last = told.facts.findLast(({ fact }) => fact.on <= today);
    if (last !== undefined) take(last.fact.on);
    if (told.previous) take(told.previous.until);
  }
  return latest;
}

/** The log as it was known at an instant (ISO 8601, UTC). */
export function knownAt(episode: Episode, instant: string): Episode {
  const records = episode.records.filter((record) => record.recordedAt <= instant);
  if (records.length === episode.records.length) return episode;
  return openEpisode(episode.id, admissionCourse(episode), records, episode.plans);
}

/** A day number of a fold's context as a date, or null. */
export function dateOf(day: number | null | undefined): CalendarDate | null {
  return day === null || day === undefined ? null : fromDayNumber(day);
}
