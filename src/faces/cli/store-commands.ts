import type { Command as CliCommand } from 'commander';
import type { CacheCheck } from '../../engine/caches/check-caches.ts';
import { addExample } from './add-example.ts';
import { cleanText } from './clean-text.ts';
import { EXIT } from './exit-codes.ts';
import { requireRecord, type StoreOptions, storeFile, withEngine } from './open-store.ts';
import { createProgress } from './progress.ts';
import { readHead } from './read-head.ts';
import { bad, good, print, printJson } from './screen.ts';

type FileOptions = Pick<StoreOptions, 'db'> & { readonly json?: boolean };
type VerifyOptions = FileOptions & { readonly head?: string; readonly deep?: boolean };

/** Adds verify and backup. */
export function addStoreCommands(program: CliCommand): void {
  const verify = program
    .command('verify')
    .summary('Check that nothing in the record was altered')
    .description(
      'Check every event against the chain of hashes, and name the first that was altered. Keep the head that it prints somewhere else: with --head a record that was cut short or put back from an older day is found too.',
    )
    .option('--head <count:hash>', 'the head that was printed earlier and kept elsewhere')
    .option('--deep', 'also tell every episode anew, and compare what is kept beside the events')
    .option('--db <file>', 'the file of the record (default: STEPWELL_DB, or stepwell.db)')
    .option('--json', 'print JSON')
    .action(runVerify);
  addExample(verify, 'stepwell verify', 'stepwell verify --head 1412:9f2c…', 'stepwell verify --deep');
  const backup = program
    .command('backup <file>')
    .summary('Write a checked copy of the record')
    .description('Write a checked copy of the record to a new file, while others go on working.')
    .option('--db <file>', 'the file of the record (default: STEPWELL_DB, or stepwell.db)')
    .option('--json', 'print JSON')
    .action(runBackup);
  addExample(backup, 'stepwell backup 2026-03-02.db');
}

async function runVerify(options: VerifyOptions): Promise<void> {
  const outside = readHead(options.head);
  const store = await openFile(options);
  const found = await store.verify(outside).finally(() => store.close());
  // Nothing follows from events that were altered.
  const caches = found.ok && options.deep === true ? await checkDeep(options) : null;
  if (!found.ok || (caches !== null && caches.differing.length > 0)) process.exitCode = EXIT.store;
  if (options.json) return printJson(caches === null ? found : { ...found, caches });
  if (found.ok) {
    print(`${good('✓')} ${found.events} events of ${found.episodes} episodes agree.`);
    print(`  head ${found.events}:${found.head}`);
    if (caches !== null) printCaches(caches);
    return;
  }
  const { code, episode, version, position, message } = found.problem;
  const where = [
    episode === null ? null : `episode ${cleanText(episode)}`,
    version === null ? null : `event ${version}`,
    position === null ? null : `position ${position}`,
  ].filter((part) => part !== null);
  print(`${bad('✗')} ${code}${where.length > 0 ? ` at ${where.join(', ')}` : ''}: ${cleanText(message)}`);
  print('  Do not write to this file any more; compare it with the latest backup.');
}

async function checkDeep(options: VerifyOptions): Promise<CacheCheck> {
  const progress = createProgress('episodes are told anew');
  try {
    return await withEngine(options, 'read', (engine) => engine.checkCaches(() => progress.step()));
  } finally {
    progress.end();
  }
}

/** How many episodes that differ are named; all of them are in the JSON. */
const NAMED = 20;

function printCaches({ episodes, differing }: CacheCheck): void {
  if (differing.length === 0) {
    print(`${good('✓')} What is kept beside the events of ${episodes} episodes follows from them.`);
    return;
  }
  print(
    `${bad('✗')} Beside the events of ${differing.length} of ${episodes} episodes something else is kept:`,
  );
  for (const { episode, erased, caches } of differing.slice(0, NAMED))
    print(`  ${cleanText(episode)}: ${caches.join(', ')}${erased ? ' (erased)' : ''}`);
  if (differing.length > NAMED) print(`  and ${differing.length - NAMED} more; --json names all of them`);
  if (differing.some(({ erased }) => !erased))
    print('  The events are whole: stepwell rebuild writes the rest anew.');
  if (differing.some(({ erased }) => erased))
    print(
      '  Of an erased episode nothing may be left: stepwell erase takes the rest away when it is asked again.',
    );
}

async function runBackup(file: string, options: FileOptions): Promise<void> {
  const store = await openFile(options);
  const head = await store.backup(file).finally(() => store.close());
  if (options.json) printJson({ file, ...head });
  else print(`${good('✓')} ${head.count} events copied to ${file}\n  head ${head.count}:${head.head}`);
}

async function openFile(options: FileOptions) {
  const file = storeFile(options);
  requireRecord(file);
  const { openSqliteStore } = await import('../../adapters/sqlite/open-sqlite-store.ts');
  return openSqliteStore({ file, readOnly: true });
}
