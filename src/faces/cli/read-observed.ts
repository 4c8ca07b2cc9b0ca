import { addDays, type CalendarDate, toDayNumber } from '../../curriculum/calendar-date.ts';
import { createCurriculumLibrary } from '../../engine/curriculum-library.ts';
import type { Engine } from '../../engine/engine.ts';
import { type Episode, standAsOf } from '../../engine/episode.ts';
import { EpisodeReader } from '../../engine/episode-reader.ts';
import { PlanShelf } from '../../engine/plan-shelf.ts';
import { readIfThere } from '../../engine/read-if-there.ts';
import { observeEpisode, phaseNames } from '../../simulation/observe/observe-episode.ts';
import type { ObservedPatient } from '../../simulation/observe/observed-patient.ts';

/** The real patients of a program, and the names of its stages and phases. */
export type ObservedProgram = {
  readonly title: string;
  readonly stages: readonly string[];
  readonly phases: readonly string[];
  readonly patients: readonly ObservedPatient[];
};

/**
 * Reads the episodes of a curriculum or pathway from a record, each up to a day or to the horizon after its admission. All versions
 * count; phases are those of the one that most patients are in. Where nobody was admitted to it: the programs to which somebody was.
 */
export async function readObserved(
  engine: Engine,
  program: string,
  asOf: CalendarDate,
  horizonDays: number,
): Promise<ObservedProgram | readonly string[]> {
  const reader = new EpisodeReader(engine.store, new PlanShelf(engine.store, createCurriculumLibrary([])));
  const all = await everyEpisode(engine, reader);
  const episodes = all.filter(({ episode, admitted }) => episode.course.id === program && admitted <= asOf);
  const versions = Map.groupBy(episodes, ({ episode }) => episode.course.version);
  const [most] = [...versions.values()].sort((a, b) => b.length - a.length);
  if (most === undefined) return [...new Set(all.map(({ episode }) => episode.course.id))].sort();
  const { course } = most[0]!.episode;
  const phases = phaseNames(course);
  const patients = episodes.map(({ episode, admitted }) => {
    const horizon = addDays(admitted, horizonDays);
    const last = horizon < asOf ? horizon : asOf;
    const { episode: then, fold } = standAsOf(episode, last);
    return observeEpisode({
      ...{ course: then.course, fold, facts: then.facts.map(({ fact }) => fact), phases },
      ...{ admittedOn: toDayNumber(admitted), lastDay: toDayNumber(last) },
    });
  });
  return { title: course.title, stages: course.stages.map(({ id }) => id), phases, patients };
}

/** All episodes of a record in which somebody was admitted. What was erased is not there. */
async function everyEpisode({ store }: Engine, reader: EpisodeReader) {
  const found: { readonly episode: Episode; readonly admitted: CalendarDate }[] = [];
  for (const id of (await store.streams('')).filter((stream) => !stream.includes(':'))) {
    const episode = await readIfThere(reader, id);
    const admission = episode?.facts.find(({ fact }) => fact.type === 'Admitted');
    if (episode && admission) found.push({ episode, admitted: admission.fact.on });
  }
  return found;
}
