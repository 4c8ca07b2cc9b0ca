import type { CalendarDate } from '../curriculum/calendar-date.ts';
import type { CaseloadQuery, CaseloadRow } from './caseload-row.ts';
import type { EpisodeCourse } from './census/episode-course.ts';
import type { DueQuery, DueRow } from './due-row.ts';
import type { Erasure } from './erasure.ts';
import type { OutsideHead } from './outside-head.ts';
import type { WorklistRow, WorklistSelection } from './worklists/worklist-row.ts';

/** An event as the store keeps it. `body` is the event's content as canonical JSON text, or null once it was erased. */
export type StoredEvent = {
  /** Place in the whole store, from 1 without gaps. */
  readonly position: number;
  readonly episode: string;
  /** Place in the episode, from 1 without gaps. */
  readonly version: number;
  /** The instant at which it was recorded, ISO 8601 in UTC with milliseconds. */
  readonly recordedAt: string;
  readonly body: string | null;
  /** SHA-256 (hex) that chains this event to the one before it in the episode. */
  readonly hash: string;
};

/** A cached machine state. It may be deleted at any time; every answer stays the same. */
export type StoredSnapshot = {
  readonly episode: string;
  readonly version: number;
  readonly planHash: string;
  readonly body: string;
};

/** Everything that one episode's command writes. It is written whole or not at all. */
export type EpisodeWrite = {
  readonly episode: string;
  /** The version that the episode must have before; 0 for one that does not exist yet. */
  readonly expectedVersion: number;
  readonly recordedAt: string;
  /** Canonical JSON texts, in order. */
  readonly events: readonly string[];
  readonly snapshot: { readonly planHash: string; readonly body: string } | null;
  /** Replaces all due rows of the episode; null leaves them. */
  readonly due: readonly DueRow[] | null;
  /** Replaces the caseload row of the episode; null leaves it. */
  readonly caseload: CaseloadRow | null;
  /** Replaces the episode's rows in all worklists; left out, it leaves them. */
  readonly worklist?: readonly WorklistRow[];
  /** Replaces what a census is counted from; left out, it leaves it. */
  readonly course?: EpisodeCourse;
};

/** Makes a write repeatable: the same key again gives the first answer and writes nothing. */
export type IdempotentAnswer = {
  readonly key: string;
  /** A hash of the request, so that a key that is used for another request is noticed. */
  readonly fingerprint: string;
  /** The answer to give again, as JSON text. */
  readonly answer: string;
  /** The episodes that the request names, beside those that are written: with one of them the answer is erased, too. */
  readonly episodes?: readonly string[];
};

/** What a store keeps beside the events of one episode, as of one moment. All of it follows from the events. */
export type CachedRows = {
  readonly snapshot: StoredSnapshot | null;
  readonly due: readonly DueRow[];
  readonly caseload: CaseloadRow | null;
  readonly worklist: readonly WorklistRow[];
  readonly course: EpisodeCourse | null;
};

/** What came of writing: done, or done before under the same key, with the answer given then. */
export type AppendResult =
  | { readonly repeated: false }
  | { readonly repeated: true; readonly answer: string };

/** A published curriculum version, kept with its full text. */
export type StoredCurriculum = {
  readonly id: string;
  readonly version: string;
  readonly hash: string;
  readonly body: string;
};

/** What `verify` found: the first event that is altered, missing or out of order, if any. */
export type Verification =
  | { readonly ok: true; readonly episodes: number; readonly events: number; readonly head: string }
  | {
      readonly ok: false;
      readonly events: number;
      readonly problem: {
        readonly code: 'altered' | 'missing' | 'reordered' | 'head-differs' | 'damaged';
        readonly episode: string | null;
        readonly version: number | null;
        readonly position: number | null;
        readonly message: string;
      };
    };

/**
 * The append-only record of all episodes, with its caches: snapshots, due rows, caseload rows.
 *
 * One `append` is one transaction. It throws `StepwellError` with `version-conflict` (details:
 * `{ episode, expected, present }`) where an episode has another version than expected, `idempotency-key-reused`
 * where the key came with another fingerprint, `invalid-command` where the writes contradict themselves (see
 * `checkWrites`), `store-full`, `read-only`, `store-busy`. After `close` everything throws `store-unavailable`.
 */
export type EventStore = {
  append(writes: readonly EpisodeWrite[], idempotent?: IdempotentAnswer): Promise<AppendResult>;
  /** The answer given for a key before, or null. */
  answer(key: string): Promise<{ readonly fingerprint: string; readonly answer: string } | null>;
  /** All events of an episode in order, or those after a version. Empty where there is no such episode. */
  read(episode: string, afterVersion?: number): Promise<StoredEvent[]>;
  /**
   * A number that is another one once anything was written, by whomever, and cheaper than a question. What somebody else wrote may be left
   * out until this program has waited for something from outside. A store that has none is asked each time.
   */
  stamp?(): number;
  /** All events of all episodes in the order of recording, after a position, at most `limit` of them. */
  readAll(afterPosition: number, limit: number): Promise<StoredEvent[]>;
  /**
   * The ids of all streams that begin with a prefix, in the order of their bytes. Beside episodes a store keeps streams of other
   * things, by ids with a colon, such as `group:evening`; they are written, chained and verified like episodes.
   */
  streams(prefix: string): Promise<string[]>;
  snapshot(episode: string): Promise<StoredSnapshot | null>;
  deleteSnapshots(): Promise<void>;
  due(query: DueQuery): Promise<DueRow[]>;
  /** Episodes that have a due row not yet raised with `dueOn` up to and including a date; earliest first, then by id. */
  episodesDue(
    upTo: CalendarDate,
    limit: number,
  ): Promise<{ readonly episode: string; readonly dueOn: CalendarDate }[]>;
  caseload(query: CaseloadQuery): Promise<CaseloadRow[]>;
  /** The courses of all episodes, or of those of a site, in the order of their ids. */
  courses(query?: { readonly site?: string }): Promise<EpisodeCourse[]>;
  worklist(selection: WorklistSelection): Promise<WorklistRow[]>;
  /** All that is kept beside the events of an episode; nothing where there is no such episode, or it was erased. */
  cached(episode: string): Promise<CachedRows>;
  /** Keeps a curriculum version. Throws `curriculum-changed` where the same id and version is kept with another hash. */
  publish(curriculum: StoredCurriculum): Promise<void>;
  curriculum(id: string, version: string): Promise<StoredCurriculum | null>;
  curricula(): Promise<Omit<StoredCurriculum, 'body'>[]>;
  /**
   * Takes the content of an episode away where a law requires it: the bodies of all its events so far, its snapshot, due
   * rows, caseload row, and the answers and fingerprints of commands that wrote to it, named it or were answered with
   * its id (their keys stay taken). The
   * chain still verifies, and the erasure is itself an event of the episode, of type `EpisodeErased`. Gives the number of
   * bodies taken away; where none is left it writes nothing and gives 0. Throws `not-found` for an unknown episode.
   */
  erase(episode: string, erasure: Omit<Erasure, 'episode' | 'version'>): Promise<number>;
  /** The ids of all episodes that were ever erased, in the order of their bytes. */
  erased(): Promise<string[]>;
  /** What to keep outside, so that a cut tail or an older file put back is found by `verify`. */
  outsideHead(): Promise<OutsideHead>;
  /**
   * Checks every event against the chain, in the order of recording, and names the first that does not agree. With a
   * head kept outside, it also checks that the store still holds the log of which that was the head.
   */
  verify(outside?: OutsideHead): Promise<Verification>;
  close(): Promise<void>;
};
