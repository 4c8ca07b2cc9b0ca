import { resolve } from 'node:path';
import './node-version.ts';
import { createMemoryEventStore } from './adapters/memory/memory-event-store.ts';
import { openSqliteStore } from './adapters/sqlite/open-sqlite-store.ts';
import { didYouMean } from './curriculum/did-you-mean.ts';
import { TimeZone } from './curriculum/time-zone.ts';
import { loadCurriculumLibrary } from './curriculum-folder.ts';
import type { Clock } from './engine/clock.ts';
import { createEngine } from './engine/create-engine.ts';
import type { Engine } from './engine/engine.ts';
import type { AppendResult, EventStore } from './engine/event-store.ts';
import type { Publication } from './engine/publication.ts';
import { StepwellError } from './engine/stepwell-error.ts';
import { openWriteThread } from './open-write-thread.ts';
import { readDirectory } from './read-directory.ts';
import { createSystemClock } from './system-clock.ts';

/** How to open an engine. Everything may be left out: then it keeps its record in memory and knows the curricula of the package. */
export type OpenEngineOptions = {
  /** The SQLite file of the record, made where there is none; in memory only unless given. */
  readonly file?: string;
  /** True: the file must be there, and nothing is ever written to it. */
  readonly readOnly?: boolean;
  /** Curricula and pathways beside those of the package: values, or folders of YAML files. */
  readonly curricula?: readonly (Publication | string)[];
  /** Where the present comes from; the machine's clock unless given. */
  readonly clock?: Clock;
  /** The clinic's time zone (IANA name) for the calendar day of the present; the machine's own unless given. */
  readonly timeZone?: string;
  /** Who is named where a command does not say. */
  readonly by?: string;
  /** About how many bytes of memory are used to remember episodes that were read or written; 64 MB unless given. */
  readonly keptBytes?: number;
  /** True: commands are written to the file by a thread of their own, so that whoever reads does not wait for the disk meanwhile. */
  readonly writeThread?: boolean;
  /** The file of a directory of programs, by which waitlists are kept and places offered. */
  readonly directory?: string;
  /** Hears of a subscriber that failed; what was written stays written. */
  readonly onListenerError?: (error: unknown) => void;
};

/**
 * Opens the engine on a SQLite file, or in memory.
 *
 * ```ts
 * const engine = await openEngine({ file: 'clinic.db' });
 * await engine.admit({ episode: 'e-1', patient: 'p-1', curriculum: 'matrix-iop' });
 * (await engine.status('e-1')).phase?.id //=> 'orientation'
 * ```
 *
 * Throws `StepwellError`: `not-a-database`, `newer-database`, `read-only`, `invalid-curriculum` and the like; `invalid-command` for an
 * option that is not there, so that no record is kept in memory because of a slip of the pen.
 */
export async function openEngine(options: OpenEngineOptions = {}): Promise<Engine> {
  checkOptions(options);
  const library = loadCurriculumLibrary(options.curricula ?? []);
  const store = openStore(options);
  return createEngine({
    store,
    library,
    clock: options.clock ?? createSystemClock(options.timeZone),
    pause: () => new Promise((resolve) => setImmediate(resolve)),
    ...(options.timeZone === undefined ? {} : { timeZone: options.timeZone }),
    keptBytes: options.keptBytes,
    ...(options.by === undefined ? {} : { by: options.by }),
    ...(options.directory === undefined ? {} : { directory: readDirectory(options.directory) }),
    ...(options.onListenerError === undefined ? {} : { onListenerError: options.onListenerError }),
  });
}

function openStore({ file, readOnly, writeThread }: OpenEngineOptions): EventStore {
  if (file === undefined) return createMemoryEventStore();
  if (readOnly) return openSqliteStore({ file, readOnly });
  if (!writeThread) return openSqliteStore({ file, create: true });
  const thread = openWriteThread({ of: 'record', file: resolve(file) });
  const append: EventStore['append'] = async (writes, idempotent) =>
    (await thread.run({ writes, idempotent })) as AppendResult;
  const store = openSqliteStore({ file, create: true, append });
  const close = async () => {
    await thread.close();
    await store.close();
  };
  return { ...store, close };
}

const OPTIONS: readonly (keyof OpenEngineOptions)[] = [
  ...([
    'file',
    'readOnly',
    'curricula',
    'clock',
    'timeZone',
    'by',
    'directory',
    'keptBytes',
    'writeThread',
    'onListenerError',
  ] as const),
];

function checkOptions(options: OpenEngineOptions): void {
  const wrong = (message: string) => new StepwellError('invalid-command', `openEngine: ${message}`);
  for (const name of Object.keys(options))
    if (!OPTIONS.some((known) => known === name))
      throw wrong(`there is no option ${name}${didYouMean(name, OPTIONS)}`);
  const { curricula, timeZone } = options;
  if (curricula !== undefined && !Array.isArray(curricula))
    throw wrong('curricula is a list of curricula, or of folders');
  const zone = timeZone === undefined ? null : TimeZone.safeParse(timeZone);
  if (zone?.success === false) throw wrong(`timeZone: ${zone.error.issues[0]?.message}`);
}
