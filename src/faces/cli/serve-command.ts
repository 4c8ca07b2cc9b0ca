import { isIP } from 'node:net';
import { type Command as CliCommand, InvalidArgumentError } from 'commander';
import type { LogTask } from '../../adapters/access/write-log-task.ts';
import type { Engine } from '../../engine/engine.ts';
import { addExample } from './add-example.ts';
import { CliFailure } from './cli-failure.ts';
import { curriculumFolders } from './curriculum-folders.ts';
import { EXIT } from './exit-codes.ts';
import { type StoreOptions, storeFile } from './open-store.ts';
import { nameList, wholeNumber } from './option-values.ts';
import { good, print, say } from './screen.ts';
import { addCurriculaOption } from './store-options.ts';

type ServeOptions = StoreOptions & {
  readonly host: string;
  readonly port: number;
  readonly origin?: string;
  readonly accounts?: string;
  readonly timeZone?: string;
  readonly trustProxy?: readonly string[];
};

const LOOPBACK = ['127.0.0.1', '::1', 'localhost'];
const MINUTE = 60_000;

/** Adds serve. */
export function addServeCommand(program: CliCommand): void {
  const command = program
    .command('serve')
    .summary('Serve the record to people and apps that sign in')
    .description(
      'Serve the record over HTTP to people and apps that sign in. The first start prints a one-time link for the first director. It listens to this machine alone unless --host and --origin say otherwise; put a server in front of it that speaks HTTPS. While it runs, it lets each day begin.',
    )
    .option(
      '--db <file>',
      'the file of the record (default: STEPWELL_DB, or stepwell.db); made where there is none',
    )
    .option(
      '--accounts <file>',
      'the file of accounts and of the access log (default: the record, with .access)',
    )
    .option('--host <address>', 'where to listen', '127.0.0.1')
    .option('--port <n>', 'where to listen; 0 takes a free port', wholeNumber, 8080)
    .option('--origin <url>', 'how browsers reach it, such as https://clinic.example')
    .option(
      '--trust-proxy <address>',
      'the address of the server in front that speaks HTTPS; whom it names last in X-Forwarded-For counts as the caller (may be repeated)',
      addressList,
    )
    .option('--directory <file>', 'a directory of programs, by which waitlists are kept and places offered')
    .option('--time-zone <zone>', 'the time zone of the clinic (default: that of this machine)')
    .action(runServe);
  addCurriculaOption(command);
  addExample(
    command,
    'stepwell serve --db clinic.db',
    'stepwell serve --db clinic.db --origin https://clinic.example --trust-proxy 127.0.0.1',
  );
}

function addressList(text: string, before: readonly string[] = []): string[] {
  const all = nameList(text, before);
  if (all.some((address) => isIP(address) === 0))
    throw new InvalidArgumentError('Write the address itself, for example 127.0.0.1.');
  return all;
}

async function runServe(options: ServeOptions): Promise<void> {
  if (!LOOPBACK.includes(options.host) && options.origin === undefined) {
    const hint = `--host ${options.host} is open to the network: say with --origin how browsers reach it, over https`;
    throw new CliFailure(EXIT.usage, 'usage', hint);
  }
  const parts = await import('./serve-parts.ts');
  parts.demandArgon2();
  const clock = parts.createSystemClock(options.timeZone);
  const file = storeFile(options);
  const folders = curriculumFolders(options);
  const keptBytes = parts.bytesToKeep();
  const engine = await parts.openEngine({
    ...{ file, curricula: folders, clock, keptBytes, writeThread: true },
    ...(options.directory === undefined ? {} : { directory: options.directory }),
    ...(options.timeZone === undefined ? {} : { timeZone: options.timeZone }),
  });
  const accounts = options.accounts ?? `${file}.access`;
  const access = parts.openAccessStore(accounts);
  const log = parts.openWriteThread<LogTask>({ of: 'log', file: accounts });
  const close = async () => {
    await engine.close();
    await log.close();
    access.close();
  };
  try {
    const asked = { port: options.port };
    const origin = () => options.origin ?? `http://localhost:${asked.port}`;
    const server = await startOn(options, async () => {
      if (asked.port === 0) asked.port = await parts.freePort(options.host);
      const app = parts.createClinicApp({
        engine,
        access,
        addToLog: (lines) => log.run({ lines }),
        noteUses: (uses) => log.run({ uses }),
        clock,
        trustedProxies: options.trustProxy ?? [],
        origin: origin(),
        library: parts.loadCurriculumLibrary(folders),
        onError: (error) => say(error instanceof Error ? (error.stack ?? error.message) : String(error)),
      });
      return parts.listen(app, options.host, asked.port);
    });
    if (await parts.missesCourses(engine.store)) {
      print('  The record is of an earlier release: its census and strips are filled in …');
      await engine.rebuildCaches();
    }
    const first = parts.firstDirector(access, clock.now());
    if (first !== null) {
      print(
        `  Nobody can sign in yet. The first director comes in with this link, once, until ${first.until}:`,
      );
      print(`  ${origin()}/join/${first.link}`);
    }
    print(`${good('✓')} ${file} is served at ${origin()}`);
    let day = '';
    const stopping = new AbortController();
    let ahead: Promise<void> = Promise.resolve();
    const beginDay = async () => {
      if (clock.today() === day) return;
      day = clock.today();
      await engine.advanceClock(day);
      ahead = tellDay(engine, stopping.signal);
    };
    await beginDay();
    const timer = setInterval(() => void beginDay().catch((error) => say(String(error))), MINUTE);
    await new Promise<void>((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
    });
    clearInterval(timer);
    stopping.abort();
    await ahead;
    await server.stop();
    print('Stopped; everything that was answered is written.');
  } finally {
    await close();
  }
}

/** Tells the patients of a day before somebody asks for them, while it answers; says so when it is done. */
async function tellDay(engine: Engine, signal: AbortSignal): Promise<void> {
  try {
    const { episodes, all } = await engine.tellAhead(signal);
    const told = `${episodes} ${episodes === 1 ? 'patient is' : 'patients are'} told up to today`;
    if (all) print(good(`  ${told}`));
    else if (!signal.aborted) print(`  ${told}; for more there is no room in memory`);
  } catch (error) {
    say(String(error));
  }
}

async function startOn<T>({ host }: ServeOptions, start: () => Promise<T>): Promise<T> {
  try {
    return await start();
  } catch (error) {
    const { code, port } = error as { code?: string; port?: number };
    if (code !== 'EADDRINUSE' && code !== 'EACCES' && code !== 'EADDRNOTAVAIL') throw error;
    throw new CliFailure(EXIT.conflict, 'cannot-listen', `cannot listen on ${host} port ${port} (${code})`);
  }
}
