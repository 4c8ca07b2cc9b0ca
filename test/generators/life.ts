import { toDayNumber } from '../../src/curriculum/calendar-date.ts';
import type { Curriculum } from '../../src/curriculum/curriculum.ts';
import { type Episode, openEpisode, standAsOf } from '../../src/engine/episode.ts';
import { compilePlan } from '../../src/program/compile-plan.ts';
import { EpisodeEvent, type EpisodeRecord } from '../../src/program/episode-event.ts';
import type { Fold } from '../../src/program/fold.ts';
import type { Plan } from '../../src/program/plan.ts';
import { type Clinic, createClinic } from './clinic.ts';
import { type Accepted, live } from './history.ts';
import type { Step } from './history-step.ts';
import { SMALL_PLAN, smallCurriculum } from './small-curriculum.ts';

/** A history that was lived: the clinic, what was accepted, and the episode told anew from its log. */
export type Life = {
  readonly clinic: Clinic;
  readonly plan: Plan;
  readonly accepted: readonly Accepted[];
  readonly records: readonly EpisodeRecord[];
  readonly episode: Episode;
  readonly fold: Fold;
  readonly today: string;
  readonly day: number;
};

const SMALL = smallCurriculum();

/** Lives a history in a clinic of its own, by the small program unless another is given. */
export async function lead(steps: readonly Step[], curriculum: Curriculum = SMALL): Promise<Life> {
  const clinic = createClinic(curriculum);
  const accepted = await live(clinic, steps, { curriculum: curriculum.id });
  const plan = curriculum === SMALL ? SMALL_PLAN : compilePlan(curriculum);
  const records = await recordsOf(clinic);
  const { episode, fold } = standAsOf(openEpisode('e-1', plan, records), clinic.today);
  return {
    clinic,
    plan,
    accepted,
    records,
    episode,
    fold,
    today: clinic.today,
    day: toDayNumber(clinic.today),
  };
}

/** The log of an episode as the store has it. */
export async function recordsOf(clinic: Clinic, episode = 'e-1'): Promise<EpisodeRecord[]> {
  return (await clinic.store.read(episode)).map(({ version, recordedAt, body }) => ({
    version,
    recordedAt,
    event: EpisodeEvent.parse(JSON.parse(body ?? 'null')),
  }));
}
