import { randomUUID } from 'node:crypto';
import type { ProgramDirectory } from '../curriculum/program-directory/program-directory.ts';
import type { ClockReport } from './advance-clock.ts';
import { describeAgenda } from './agenda.ts';
import { AppointmentReader } from './appointments/appointment-reader.ts';
import { createAppointments } from './appointments/create-appointments.ts';
import { checkCaches } from './caches/check-caches.ts';
import { rebuildCaches } from './caches/rebuild-caches.ts';
import { caseloadRowAsOf, matchesQuery } from './caseload-as-of.ts';
import type { CaseloadQuery, CaseloadRow } from './caseload-row.ts';
import { CensusQuery } from './census/census.ts';
import { countCensus } from './census/count-census.ts';
import type { Clock } from './clock.ts';
import { AdvanceClock, Command } from './command.ts';
import type { CurriculumLibrary } from './curriculum-library.ts';
import type { Engine, ExecuteOptions, Moment } from './engine.ts';
import { knownAt as asKnown, standAsOf } from './episode.ts';
import { EpisodeReader } from './episode-reader.ts';
import { ErasedEpisodes } from './erased-episodes.ts';
import type { EventStore } from './event-store.ts';
import { describeExport } from './export-episode.ts';
import { fingerprintOf } from './fingerprint.ts';
import { createGroups } from './groups/create-groups.ts';
import { GroupReader } from './groups/group-reader.ts';
import { describeHistory } from './history.ts';
import { createMigration } from './migration/engine-migration.ts';
import type { Notice, Outcome } from './outcome.ts';
import { parseCommandWith } from './parse-command.ts';
import { PlanShelf } from './plan-shelf.ts';
import { movementsOf, previewOf } from './preview-of.ts';
import { readIfThere } from './read-if-there.ts';
import { readDay, readMoment } from './read-moment.ts';
import { readWaitlist } from './read-waitlist.ts';
import { runClock } from './run-clock.ts';
import { describeStatus } from './status.ts';
import { StepwellError } from './stepwell-error.ts';
import type { StreamNotice } from './stream-notice.ts';
import { StreamWatch } from './stream-watch.ts';
import { tellAhead } from './tell-ahead.ts';
import { Transaction } from './transaction.ts';
import { createTurns } from './turns.ts';
import { readWorklist } from './worklists/read-worklist.ts';
import { type Tell, writeAtOnce } from './write-at-once.ts';

/** What an engine is made of. */
export type EngineParts = {
  readonly store: EventStore;
  readonly library: CurriculumLibrary;
  readonly clock: Clock;
  /** Who is named where a command does not say; `unknown` unless given. */
  readonly by?: string;
  /** The clinic's time zone (IANA name), for appointments at a site at which no group meets. */
  readonly timeZone?: string;
  /** About how many bytes of memory are used to remember episodes that were read or written; 64 MB unless given. */
  readonly keptBytes?: number | undefined;
  readonly newId?: () => string;
  /** The directory of programs as it is now: whoever waits does so by its terms, and places are offered as far as it says that they are free. */
  readonly directory?: () => ProgramDirectory;
  /** Waited for between the episodes of a day's clock and the commands of a batch, so that a server answers meanwhile; nothing is waited for unless given. */
  readonly pause?: () => Promise<void>;
  /** Hears of a listener that failed. What was written stays written, and nobody else is kept from hearing of it. */
  readonly onListenerError?: (error: unknown) => void;
};

const PAGE = 100;

/** Makes an engine over a store, a library of curricula and a clock. */
export function createEngine(parts: EngineParts): Engine {
  const { store, library, clock, newId = () => `e-${randomUUID()}` } = parts;
  const shelf = new PlanShelf(store, library);
  const watch = new StreamWatch(store);
  const reader = new EpisodeReader(store, shelf, { keptBytes: parts.keptBytes, watch });
  const erased = new ErasedEpisodes(store, watch);
  const groups = new GroupReader(store, watch, erased);
  const listeners = new Set<(notice: Notice) => void>();
  const begin = (read = (id: string) => reader.read(id)) =>
    new Transaction({
      read,
      shelf,
      clock,
      by: parts.by ?? 'unknown',
      newId,
      pause: parts.pause ?? (async () => {}),
      directory: () => parts.directory?.() ?? null,
      closuresAt: async (site) => (await groups.site(site)).closures,
      waitlist: (asOf, own) => {
        const moment = { asOf, knownAt: undefined, now: asOf === clock.today() };
        return readWaitlist({ store, reader: { read: own } }, {}, moment);
      },
    });
  const streamListeners = new Set<(notice: StreamNotice) => void>();
  const tell: Tell = (notices, streams = []) => {
    for (const notice of notices)
      for (const listener of listeners) tellOne(listener, notice, parts.onListenerError);
    for (const notice of streams)
      for (const listener of streamListeners) tellOne(listener, notice, parts.onListenerError);
  };
  const inTurn = createTurns();

  const ofClock = { ...{ store, reader, clock, tell, inTurn }, pause: parts.pause ?? (async () => {}) };
  const calendarParts = {
    ...{ store, reader, shelf, clock, tell, inTurn },
    by: parts.by ?? 'unknown',
    timeZone: parts.timeZone ?? null,
    groups,
    appointments: new AppointmentReader(store, watch, erased),
    readEpisode: (id: string) => readIfThere(reader, id),
    begin: () => begin(),
  };

  async function execute(
    input: AdvanceClock | Command | readonly Command[],
    options: ExecuteOptions = {},
  ): Promise<ClockReport | Outcome | Outcome[]> {
    if (!Array.isArray(input) && (input as AdvanceClock | null)?.type === 'AdvanceClock') {
      return runClock(ofClock, parseCommandWith(AdvanceClock, input).to);
    }
    const single = !Array.isArray(input);
    const commands = (single ? [input as Command] : (input as readonly Command[])).map(parseCommand);
    if (!single && commands.some((command) => command.key !== undefined)) {
      throw new StepwellError(
        'invalid-command',
        'a batch is one transaction and has one key: give it with the call',
      );
    }
    const key = options.key ?? (single ? commands[0]?.key : undefined);
    const outcomes = await inTurn(() => attempt(commands, key), namesOf(commands, key));
    return single ? (outcomes[0] as Outcome) : outcomes;
  }

  async function attempt(commands: readonly Command[], key: string | undefined): Promise<Outcome[]> {
    const fixed = commands.some((command) => command.expectedVersion !== undefined);
    const request = {
      key,
      fingerprint: key === undefined ? '' : fingerprintOf(commands),
      command: commands,
      fixed,
    };
    const { answer, repeated } = await writeAtOnce({ store, reader, shelf, tell }, request, async (sure) => {
      let remembered = false;
      const transaction = begin(async (id) => {
        const recent = sure ? undefined : reader.recent(id);
        remembered ||= recent !== undefined;
        return recent ?? reader.read(id);
      });
      const outcomes = await transaction.decideAll(commands);
      if (outcomes.some((outcome) => !outcome.accepted))
        return { answer: outcomes, writes: null, remembered };
      return { answer: outcomes, ...transaction.finish() };
    });
    return repeated
      ? answer.map((outcome) => (outcome.accepted ? { ...outcome, repeated } : outcome))
      : answer;
  }

  async function stand(id: string, given: Moment) {
    const moment = readMoment(given);
    const episode = await reader.read(id);
    if (episode === null) throw new StepwellError('not-found', `there is no episode ${id}`, { episode: id });
    const asOf = moment.asOf ?? clock.today();
    if (moment.knownAt === undefined) {
      const standing = standAsOf(episode, asOf);
      if (standing.whole.told > episode.told) reader.keep(standing.whole);
      return { ...standing, asOf };
    }
    const then = asKnown(episode, moment.knownAt);
    if (then.records.length === 0)
      throw new StepwellError('not-found', `nothing was known of episode ${id} at ${moment.knownAt}`, {
        episode: id,
      });
    return { ...standAsOf(then, asOf), asOf };
  }

  async function caseloadAt(query: CaseloadQuery, given: Moment): Promise<CaseloadRow[]> {
    const moment = readMoment(given);
    const rows: CaseloadRow[] = [];
    const limit = query.limit ?? Number.POSITIVE_INFINITY;
    for (let after = query.after; ; ) {
      const page = await store.caseload({ limit: PAGE, ...(after === undefined ? {} : { after }) });
      for (const { episode: id } of page) {
        const episode = await reader.read(id);
        const row = episode && caseloadRowAsOf(episode, moment.asOf ?? clock.today(), moment.knownAt);
        if (row && matchesQuery(row, query)) rows.push(row);
        if (rows.length >= limit) return rows;
      }
      after = page.at(-1)?.episode;
      if (page.length < PAGE) return rows;
    }
  }

  return {
    admit: async (fields) => (await execute({ type: 'Admit', ...fields } as Command)) as Outcome,
    execute: execute as Engine['execute'],
    preview: async (input) => {
      const commands = (Array.isArray(input) ? (input as readonly Command[]) : [input as Command]).map(
        parseCommand,
      );
      const transaction = begin();
      const outcomes = await transaction.decideAll(commands);
      return previewOf(outcomes, transaction.compare());
    },
    status: async (id, moment = {}) => {
      const { episode, fold, asOf } = await stand(id, moment);
      return describeStatus(episode, fold, asOf, moment.knownAt ?? null);
    },
    history: async (id, moment = {}) => {
      const { episode, fold, asOf } = await stand(id, moment);
      return describeHistory(episode, fold, asOf);
    },
    agenda: async (id, { from, days = 7 } = {}) => {
      const { episode, fold, asOf } = await stand(id, from === undefined ? {} : { asOf: from });
      return describeAgenda(episode.plan, fold, asOf, days);
    },
    diffKnowledge: async (id, { asOf, from: given, to }) => {
      const from = readMoment({ knownAt: given }).knownAt ?? given;
      const day = asOf === undefined ? {} : { asOf };
      const after = await stand(id, { ...day, knownAt: to });
      const first = after.episode.records[0]?.recordedAt ?? '';
      const before = first > from ? null : await stand(id, { ...day, knownAt: from });
      return movementsOf(before, after);
    },
    exportEpisode: async (id) => {
      const { episode, fold, asOf } = await stand(id, {});
      return describeExport(episode, fold, asOf, clock.now());
    },
    erase: async (id, { reason, by = parts.by ?? 'unknown' }) => {
      // Streams of groups and of days have a colon in their ids; they are of many patients.
      if (id.includes(':'))
        throw new StepwellError('not-found', `there is no episode ${id}`, { episode: id });
      reader.forget(id);
      const now = clock.now();
      const last = (await store.read(id)).at(-1)?.recordedAt ?? now;
      const recordedAt = last > now ? last : now;
      return store.erase(id, { recordedAt, by, reason }).finally(() => reader.forget(id));
    },
    caseload: async (query = {}, moment) =>
      moment === undefined ? store.caseload(query) : caseloadAt(query, moment),
    waitlist: async (query = {}, given) => {
      const { asOf = clock.today(), knownAt } = readMoment(given ?? {});
      return readWaitlist({ store, reader }, query, { asOf, knownAt, now: given === undefined });
    },
    worklist: (query) => readWorklist(store, query, clock.today()),
    census: async (input = {}) => {
      const query = parseCommandWith(CensusQuery, input);
      const courses = await store.courses(query.site === undefined ? {} : { site: query.site });
      return countCensus(courses, query, clock.today());
    },
    rebuildCaches: () => inTurn(() => rebuildCaches({ ...ofClock, shelf })),
    checkCaches: (step) => checkCaches({ ...ofClock, shelf }, step),
    due: async (query = {}) =>
      store.due(query.upTo === undefined ? query : { ...query, upTo: readDay('upTo', query.upTo) }),
    advanceClock: (to) => runClock(ofClock, to),
    tellAhead: (signal) => tellAhead({ ...ofClock, groups }, signal),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    subscribeToStreams: (listener) => {
      streamListeners.add(listener);
      return () => streamListeners.delete(listener);
    },
    migration: createMigration({ store, reader, shelf, clock, by: parts.by ?? 'unknown', tell }),
    groups: createGroups(calendarParts),
    appointments: createAppointments(calendarParts),
    store,
    close: () => store.close(),
  };
}

/** What commands write to, for their turn; undefined where they rest on more than their own episodes. */
function namesOf(commands: readonly Command[], key: string | undefined): string[] | undefined {
  const names = commands.flatMap(({ type, episode }) =>
    type === 'OfferPlace' || episode === undefined ? [] : [episode],
  );
  if (names.length < commands.length) return undefined;
  return key === undefined ? names : [...names, `key ${key}`];
}

/** Tells one listener; a failure of his, at once or later, goes to the handler and no further. */
function tellOne<N>(
  listener: (notice: N) => unknown,
  notice: N,
  onError: (error: unknown) => void = () => {},
): void {
  try {
    Promise.resolve(listener(notice)).catch(onError);
  } catch (error) {
    onError(error);
  }
}

function parseCommand(input: unknown): Command {
  return parseCommandWith(Command, input);
}
