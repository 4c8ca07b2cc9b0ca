import { type Course, courseOf, stagePlan } from '../program/course.ts';
import { EpisodeEvent, type EpisodeRecord } from '../program/episode-event.ts';
import type { Fold } from '../program/fold.ts';
import { restoreFold } from '../program/persist-fold.ts';
import { standingFacts } from '../program/standing-facts.ts';
import { upcastEvent } from '../program/upcast-event.ts';
import { appendRecords, type Episode, openEpisode } from './episode.ts';
import type { EventStore, StoredEvent } from './event-store.ts';
import { isErasure } from './is-erasure.ts';
import type { PlanShelf } from './plan-shelf.ts';
import { REFERRAL_PLAN } from './referral-plan.ts';
import { StepwellError } from './stepwell-error.ts';
import { type FreshStreams, StreamWatch } from './stream-watch.ts';

/** What is kept beside the log to spare telling an episode from the start. */
export type KeptFold = { readonly told: number; readonly fold: Fold };

/** About how many bytes of memory an event of an episode takes up, with what is told of it. */
const BYTES_PER_EVENT = 1_000;
/** How many bytes of episodes are kept unless somebody says otherwise: about 2,000 patients in the middle of their treatment. */
const KEPT_BYTES = 64_000_000;

/** Reads episodes from a store, with the most recent ones kept in memory. What it holds is a cache; the store decides. */
export class EpisodeReader {
  readonly #store: EventStore;
  readonly #shelf: PlanShelf;
  readonly #most: number;
  readonly #fresh: FreshStreams;
  readonly #recent = new Map<string, Episode>();
  #events = 0;

  constructor(
    store: EventStore,
    shelf: PlanShelf,
    { keptBytes = KEPT_BYTES, watch = new StreamWatch(store) } = {},
  ) {
    this.#store = store;
    this.#shelf = shelf;
    this.#most = keptBytes / BYTES_PER_EVENT;
    this.#fresh = watch.remember();
  }

  /** The episode as the store has it now, or null where there is none. */
  async read(id: string): Promise<Episode | null> {
    await this.#fresh.look();
    const recent = this.#recent.get(id);
    if (recent !== undefined && this.#fresh.has(id)) return this.keep(recent);
    const at = this.#fresh.at();
    const known = recent?.records.length ?? 0;
    const stored = await this.#store.read(id, known);
    const erased = stored.some(isErasure);
    if (erased) {
      this.forget(id);
      throw new StepwellError('not-found', `episode ${id} was erased`, { episode: id });
    }
    if (stored.length === 0 && !recent) return null;
    this.#fresh.add(id, at);
    if (recent && stored.length === 0) return this.keep(recent);
    const records = [...(recent?.records ?? []), ...stored.map(toRecord)];
    await this.#loadPlans(records);
    const goesOn = recent && !records.slice(known).some(({ event }) => event.type === 'Admitted');
    return this.keep(goesOn ? appendRecords(recent, records.slice(known)) : await this.#open(id, records));
  }

  /** The episode as it was last read or written here, without asking the store; undefined where it is not in memory. */
  recent(id: string): Episode | undefined {
    return this.#recent.get(id);
  }

  /** Remembers an episode that was read or written, and forgets those that were asked for least recently. */
  keep(episode: Episode): Episode {
    const before = this.#recent.get(episode.id);
    // Somebody else may have read what was written after it.
    if (before !== undefined && before.records.length > episode.records.length) return episode;
    this.#events += episode.records.length - (before?.records.length ?? 0);
    this.#recent.delete(episode.id);
    this.#recent.set(episode.id, episode);
    for (const id of this.#recent.keys()) {
      if (this.#events <= this.#most || id === episode.id) break;
      this.forget(id);
    }
    return episode;
  }

  /** Whether one more episode of an ordinary length is kept without another one being forgotten for it. */
  hasRoom(): boolean {
    const usual = this.#events / Math.max(1, this.#recent.size);
    return this.#events + 2 * usual <= this.#most;
  }

  forget(id: string): void {
    this.#events -= this.#recent.get(id)?.records.length ?? 0;
    this.#recent.delete(id);
    this.#fresh.forget(id);
  }

  async #open(id: string, records: readonly EpisodeRecord[]): Promise<Episode> {
    const plan = await this.#planOf(records);
    const snapshot = await this.#store.snapshot(id);
    const { lookup } = this.#shelf;
    if (snapshot === null || snapshot.version > records.length) return openEpisode(id, plan, records, lookup);
    const upTo = openEpisode(id, plan, records.slice(0, snapshot.version), lookup);
    const kept = snapshot.planHash === upTo.course.hash ? keptFold(upTo.course, snapshot.body) : null;
    if (kept === null) return openEpisode(id, plan, records, lookup);
    return appendRecords(
      { ...upTo, ...kept, plan: stagePlan(upTo.course, kept.fold.snapshot.context), checkpoints: [kept] },
      records.slice(snapshot.version),
    );
  }

  /** The plan of the admission that stands, else of the latest one, else of a referral. */
  async #planOf(records: readonly EpisodeRecord[]): Promise<Course> {
    const standing = standingFacts(records).findLast(({ fact }) => fact.type === 'Admitted')?.fact;
    const admitted = standing ?? records.findLast(({ event }) => event.type === 'Admitted')?.event;
    if (admitted?.type !== 'Admitted') return courseOf(REFERRAL_PLAN);
    return this.#shelf.pinned(admitted.curriculum, admitted.version);
  }

  /** Loads all versions that an episode was ever admitted or migrated to, so that it can be told at once as of any moment. */
  async #loadPlans(records: readonly EpisodeRecord[]): Promise<void> {
    for (const { event } of records)
      if (event.type === 'Migrated' || event.type === 'Admitted')
        await this.#shelf.pinned(event.curriculum, event.version);
  }
}

function keptFold(course: Course, body: string): KeptFold | null {
  try {
    const { told, fold } = JSON.parse(body) as KeptFold;
    const restored = restoreFold(course, fold);
    return restored === null ? null : { told, fold: restored };
  } catch {
    return null;
  }
}

/** A stored event as the record that it stands for. Throws `corrupt-record` for a body that is no event. */
function toRecord(stored: StoredEvent): EpisodeRecord {
  const { episode, version, recordedAt } = stored;
  try {
    return { version, recordedAt, event: EpisodeEvent.parse(upcastEvent(JSON.parse(stored.body ?? ''))) };
  } catch (cause) {
    throw new StepwellError(
      'corrupt-record',
      `event ${version} of episode ${episode} cannot be read`,
      { episode, version },
      cause,
    );
  }
}
