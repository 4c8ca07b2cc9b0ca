import type { CalendarDate } from '../../curriculum/calendar-date.ts';
import type { CurriculumMapping, MigrationMapping } from '../../curriculum/migration-mapping.ts';
import type { Course } from '../../program/course.ts';
import type { EpisodeEvent } from '../../program/episode-event.ts';
import { readState } from '../../program/read-state.ts';
import { appendRecords, type Episode, standAsOf } from '../episode.ts';
import { describeLanding, type Landing } from './landing.ts';
import type { MigrationRefusal } from './migration-request.ts';
import { mappingFor } from './stage-mapping.ts';

/** What a migration would record for one episode and where he would land, or why he cannot be moved. */
export type Judgement =
  | {
      readonly accepted: true;
      readonly event: EpisodeEvent;
      readonly after: Episode;
      readonly landing: Landing;
    }
  | { readonly accepted: false; readonly refusal: MigrationRefusal };

/** A migration as it is the same for every episode; the mapping is complete. */
export type MigrationTerms = {
  readonly from: { readonly id: string; readonly version: string };
  readonly to: Course;
  readonly mapping: MigrationMapping;
  readonly on: CalendarDate;
  readonly today: CalendarDate;
  readonly recordedAt: string;
  readonly by: string;
  readonly reason?: string;
};

/** Decides on the migration of one episode; records nothing. Pure. */
export function judgeMigration(episode: Episode, terms: MigrationTerms): Judgement {
  const { from, to, on } = terms;
  const { id, version } = episode.course;
  if (id !== from.id || version !== from.version)
    return refuse('other-version', `the patient is in ${id}@${version}, not in ${from.id}@${from.version}`);
  if (episode.previous !== null && on < episode.previous.until)
    return refuse(
      'before-earlier-migration',
      `the patient was moved to ${version} on ${episode.previous.until}; this one cannot take effect before that`,
    );
  const asOf = on > terms.today ? on : terms.today;
  const before = { ...standAsOf(episode, asOf), asOf };
  if (before.fold.snapshot.context.ended !== null)
    return refuse('ended', 'the episode has ended; it stays with the version it ended in');
  const mapping = chosenFor(terms.mapping, episode.id);
  const event: EpisodeEvent = {
    type: 'Migrated',
    on,
    by: terms.by,
    ...(terms.reason === undefined ? {} : { reason: terms.reason }),
    curriculum: to.id,
    version: to.version,
    mapping,
  };
  const plans: Episode['plans'] = (name, number) =>
    name === to.id && number === to.version ? to : episode.plans(name, number);
  const record = { version: episode.records.length + 1, recordedAt: terms.recordedAt, event };
  const after = appendRecords({ ...episode, plans }, [record]);
  const unplaced = after.previous?.unplaced ?? [];
  if (unplaced.length > 0) return withoutPlace(unplaced, to);
  const landed = { ...standAsOf(after, asOf), asOf };
  const was = readState(before.episode.plan, before.fold.snapshot.value).lifecycle;
  const is = readState(landed.episode.plan, landed.fold.snapshot.value);
  if (was !== is.lifecycle)
    return refuse(
      'lifecycle-differs',
      `under ${to.version} the episode would be ${is.dischargeReason ?? is.lifecycle}, and not ${was}, on ${asOf}`,
    );
  return {
    accepted: true,
    event,
    after,
    landing: describeLanding(before, landed, mappingFor(mapping, before.episode.plan)),
  };
}

/** The mapping for one episode: where a phase was split patient by patient, the choice made for this one. */
function chosenFor(mapping: MigrationMapping, episode: string): MigrationMapping {
  if (mapping.curricula === undefined) return chosenPhases(mapping, episode);
  const curricula = Object.entries(mapping.curricula).map(
    ([id, own]) => [id, chosenPhases(own, episode)] as const,
  );
  return { ...mapping, curricula: Object.fromEntries(curricula) };
}

function chosenPhases<Mapping extends CurriculumMapping>(mapping: Mapping, episode: string): Mapping {
  const phases = Object.entries(mapping.phases ?? {}).flatMap(([old, target]) => {
    if (typeof target === 'string' || target.splitBy !== 'patient') return [[old, target] as const];
    const choice = target.episodes[episode] ?? target.otherwise;
    return choice === undefined ? [] : [[old, choice] as const];
  });
  return { ...mapping, phases: Object.fromEntries(phases) };
}

function withoutPlace(
  unplaced: NonNullable<Episode['previous']>['unplaced'],
  to: Course,
): Extract<Judgement, { accepted: false }> {
  const names = [...new Set(unplaced.map(({ kind, id }) => `${kind} ${id}`))];
  const facts = unplaced.map(({ version, kind, id }) => ({ fact: version, kind, id }));
  const message = `the record speaks of ${names.join(', ')}, for which ${to.version} has no place; say in the mapping where it goes, or drop`;
  return { accepted: false, refusal: { code: 'fact-without-place', message, unplaced: facts } };
}

function refuse(code: MigrationRefusal['code'], message: string): Extract<Judgement, { accepted: false }> {
  return { accepted: false, refusal: { code, message } };
}
