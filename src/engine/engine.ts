import type { CalendarDate } from '../curriculum/calendar-date.ts';
import type { ClockReport } from './advance-clock.ts';
import type { AgendaEntry } from './agenda.ts';
import type { EngineAppointments } from './appointments/engine-appointments.ts';
import type { CacheCheck } from './caches/check-caches.ts';
import type { CaseloadQuery, CaseloadRow } from './caseload-row.ts';
import type { Census, CensusQuery } from './census/census.ts';
import type { AdvanceClock, Command, CommandOf } from './command.ts';
import type { DueQuery, DueRow } from './due-row.ts';
import type { EventStore } from './event-store.ts';
import type { EpisodeExport } from './export-episode.ts';
import type { EngineGroups } from './groups/engine-groups.ts';
import type { HistoryEntry } from './history.ts';
import type { EngineMigration } from './migration/engine-migration.ts';
import type { Notice, Outcome } from './outcome.ts';
import type { Movement, Preview } from './preview.ts';
import type { Status } from './status.ts';
import type { StreamNotice } from './stream-notice.ts';
import type { ToldAhead } from './tell-ahead.ts';
import type { WaitlistQuery, WaitlistRow } from './waitlist-row.ts';
import type { WorklistPage, WorklistQuery } from './worklists/worklist-row.ts';

/** About which day an answer is, and with the knowledge of which moment. */
export type Moment = {
  /** The day it is about; today unless given. */
  readonly asOf?: CalendarDate;
  /** Only what was recorded up to this instant (ISO 8601, UTC) counts; everything unless given. */
  readonly knownAt?: string;
};

/** How a batch is to be written. */
export type ExecuteOptions = {
  /** Idempotency key of the whole call: the same key again gives the first answer and writes nothing. */
  readonly key?: string;
};

type Fields<Type extends Command['type']> = Omit<CommandOf<Type>, 'type'>;

/**
 * The engine: it takes commands for episodes, records what the curriculum allows, and says where everybody stands.
 *
 * Refusals are values. It throws `StepwellError` for what a caller could not have prevented: `version-conflict`,
 * `idempotency-key-reused`, `not-found`, `store-full` and the like, and `invalid-command` for something that is no command.
 */
export type Engine = {
  /** Admits a patient to a curriculum; the outcome names the episode. */
  admit(fields: Fields<'Admit'>): Promise<Outcome>;
  /** Carries out one command. */
  execute(command: Command, options?: ExecuteOptions): Promise<Outcome>;
  /** Carries out several commands in one transaction: all of them, or none where one is refused. */
  execute(commands: readonly Command[], options?: ExecuteOptions): Promise<Outcome[]>;
  /** Lets time pass for everybody; the same as `advanceClock`. */
  execute(command: AdvanceClock): Promise<ClockReport>;
  /** What one or more commands would change, without recording anything. */
  preview(command: Command | readonly Command[]): Promise<Preview>;
  /** Where an episode stands and why. */
  status(episode: string, moment?: Moment): Promise<Status>;
  /** What happened and what was recorded, in the order of the days. */
  history(episode: string, moment?: Moment): Promise<HistoryEntry[]>;
  /** The meetings of a patient's own calendar from a day on (seven days unless given), if he stays where he is. */
  agenda(
    episode: string,
    options?: { readonly from?: CalendarDate; readonly days?: number },
  ): Promise<AgendaEntry[]>;
  /** What changed between two moments in what was known of an episode about one day. All of it, where nothing was known before. */
  diffKnowledge(
    episode: string,
    between: { readonly asOf?: CalendarDate; readonly from: string; readonly to: string },
  ): Promise<Movement[]>;
  /** Everything about one episode, to hand out or to keep. */
  exportEpisode(episode: string): Promise<EpisodeExport>;
  /**
   * Takes the content of an episode away where a law requires it, as `EventStore.erase` says; gives the number of events whose
   * content is gone. The reason and who gave the order stay in the record, so they must not name the patient. From then on
   * every question about the episode throws `not-found`.
   */
  erase(episode: string, order: { readonly reason: string; readonly by?: string }): Promise<number>;
  /**
   * The caseload. Without a moment it is read from what was kept at the last write; with one, every episode that the
   * store has is told anew, which takes time in a large store.
   */
  caseload(query?: CaseloadQuery, moment?: Moment): Promise<CaseloadRow[]>;
  /**
   * Who waits for which program, with positions. Those who are referred are told anew; with a moment every episode of the
   * store is, because who is in treatment now may have been waiting then.
   */
  waitlist(query?: WaitlistQuery, moment?: Moment): Promise<WaitlistRow[]>;
  due(query?: DueQuery): Promise<DueRow[]>;
  /** One page of a worklist, or of several together: who is in it, for how many days, why, and what to do next; the longest waiting first. */
  worklist(query: WorklistQuery): Promise<WorklistPage>;
  /**
   * How many patients were in treatment over some time, by level, phase, site, curriculum or counselor, with admissions, ends and days at each
   * level. It is counted from what was kept at the last write of each episode.
   */
  census(query?: CensusQuery): Promise<Census>;
  /** Writes snapshots, due rows, caseload rows, worklists and what a census counts of all episodes anew from their events; gives the number of episodes. */
  rebuildCaches(): Promise<number>;
  /**
   * Compares all of these with what is told from the events alone, and names the episodes whose caches differ: `rebuildCaches` mends them.
   * Writes nothing. `step` hears of each episode that was compared.
   */
  checkCaches(step?: () => void): Promise<CacheCheck>;
  /** Lets time pass to the beginning of a day for all episodes that have something due by then. Repeatable. */
  advanceClock(to: CalendarDate): Promise<ClockReport>;
  /**
   * Reads the open episodes and the groups and tells them up to today, as far as there is memory to keep them, so that the first questions of a
   * day are answered as quickly as all others. Writes nothing; others are answered meanwhile. `signal` ends it.
   */
  tellAhead(signal?: AbortSignal): Promise<ToldAhead>;
  /** Tells a listener of every change after its commit; gives back a function that ends it. */
  subscribe(listener: (notice: Notice) => void): () => void;
  /** Tells a listener after each commit which group, which site or which day of appointments changed; gives back a function that ends it. */
  subscribeToStreams(listener: (notice: StreamNotice) => void): () => void;
  /** Moving patients in treatment to another version of their curriculum. */
  readonly migration: EngineMigration;
  /** Groups, their meetings and rosters. */
  readonly groups: EngineGroups;
  /** Appointments of one patient with a counselor, beside the groups. */
  readonly appointments: EngineAppointments;
  readonly store: EventStore;
  close(): Promise<void>;
};
