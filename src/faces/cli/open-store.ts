import { statSync } from 'node:fs';
import { userInfo } from 'node:os';
import type { Engine } from '../../engine/engine.ts';
import type { Publication } from '../../engine/publication.ts';
import { checkDate } from './check-moment.ts';
import { CliFailure } from './cli-failure.ts';
import { curriculumFolders } from './curriculum-folders.ts';
import { EXIT } from './exit-codes.ts';

/** The options of every command that needs the record. */
export type StoreOptions = {
  readonly db?: string;
  readonly today?: string;
  readonly by?: string;
  readonly curricula?: readonly string[];
  readonly directory?: string;
};

/** `read` leaves the file as it is, `write` needs one, `create` makes one where there is none, `try` writes nothing and needs none. */
export type StoreUse = 'read' | 'write' | 'create' | 'try';

/** The file of the record: --db, else STEPWELL_DB, else stepwell.db in the present folder. */
export function storeFile(options: StoreOptions): string {
  return options.db ?? (process.env['STEPWELL_DB'] || 'stepwell.db');
}

/** Fails with `not-found` where there is no record in a file, so that nothing makes one by mistake. */
export function requireRecord(file: string): void {
  if (isRecord(file)) return;
  throw new CliFailure(
    EXIT.notFound,
    'not-found',
    `there is no record at ${file}; name its file with --db FILE or STEPWELL_DB, or begin one with stepwell admit`,
    { file },
  );
}

/** An empty file is none: SQLite would take it for a new database. */
export function isRecord(file: string): boolean {
  const found = statSync(file, { throwIfNoEntry: false });
  return found !== undefined && !(found.isFile() && found.size === 0);
}

/** Opens the engine on the record for one piece of work, and closes it whatever comes of it. */
export async function withEngine<T>(
  options: StoreOptions,
  use: StoreUse,
  work: (engine: Engine) => Promise<T>,
  curricula: readonly (Publication | string)[] = [],
): Promise<T> {
  const engine = await openStore(options, use, curricula);
  try {
    return await work(engine);
  } finally {
    await engine.close();
  }
}

async function openStore(
  options: StoreOptions,
  use: StoreUse,
  curricula: readonly (Publication | string)[],
): Promise<Engine> {
  const today = await checkDate(options.today, '--today');
  const file = storeFile(options);
  const there = isRecord(file);
  if (use === 'read' || use === 'write') requireRecord(file);
  const [{ openEngine }, { createSystemClock }] = await Promise.all([
    import('../../open-engine.ts'),
    import('../../system-clock.ts'),
  ]);
  const clock = createSystemClock();
  return openEngine({
    ...(there || use === 'create' ? { file } : {}),
    ...(there && (use === 'read' || use === 'try') ? { readOnly: true } : {}),
    curricula: [...curriculumFolders(options), ...curricula],
    clock: today === undefined ? clock : { today: () => today, now: clock.now },
    by: whoAsks(options),
    ...(options.directory === undefined ? {} : { directory: options.directory }),
  });
}

/** Who writes: --by, else STEPWELL_BY, else the user of this machine. */
export function whoAsks(options: StoreOptions): string {
  if (options.by !== undefined) return options.by;
  if (process.env['STEPWELL_BY']) return process.env['STEPWELL_BY'];
  try {
    return userInfo().username || 'unknown';
  } catch {
    return 'unknown';
  }
}
