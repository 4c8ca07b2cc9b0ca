import { type AccessStore, openAccessStore } from '../../adapters/access/access-store.ts';
import { parseCommandWith } from '../../engine/parse-command.ts';
import { SavedName, WorklistFilter } from '../../engine/worklists/saved-worklist.ts';
import { CliFailure } from './cli-failure.ts';
import { EXIT } from './exit-codes.ts';
import { isRecord, requireRecord, type StoreOptions, storeFile, whoAsks } from './open-store.ts';
import { print, printJson } from './screen.ts';

type Options = StoreOptions & { readonly accounts?: string; readonly json?: boolean };

/** Keeps a filter under a name for the whole clinic, in place of one of that name. */
export function saveWorklist(options: Options, name: string, given: object): void {
  requireRecord(storeFile(options));
  const filter = parseCommandWith(WorklistFilter, given as WorklistFilter);
  const kept = {
    ...{ name: parseCommandWith(SavedName, name), filter },
    ...{ savedBy: whoAsks(options), savedAt: new Date().toISOString() },
  };
  withAccess(options, (access) => access.savedWorklists.save(null, kept));
  if (options.json) printJson(kept);
  else print(`saved as ${kept.name}`);
}

/** The filter under a name of the whole clinic. Fails with `not-found` where there is none. */
export function findWorklist(options: Options, name: string): WorklistFilter {
  const found = existing(options, (access) => access.savedWorklists.find(null, name));
  if (!found) throw unknown(name);
  return found.filter;
}

/** Deletes what is kept under a name for the whole clinic. Fails with `not-found` where there is none. */
export function deleteWorklist(options: Options, name: string): void {
  const deleted = existing(options, (access) => access.savedWorklists.delete(null, name));
  if (!deleted) throw unknown(name);
  if (options.json) printJson({ deleted: name });
  else print(`deleted ${name}`);
}

/** Prints what is kept for the whole clinic. */
export async function listWorklists(options: Options): Promise<void> {
  const kept = existing(options, (access) => access.savedWorklists.list(null)) ?? [];
  if (options.json) return printJson(kept);
  if (kept.length === 0)
    return print(
      'No worklist is kept. Name one of the lists in stepwell worklist --help, or keep one with --save.',
    );
  const { renderTable } = await import('./render-table.ts');
  print(
    renderTable(
      ['name', 'lists', 'only', 'saved by'],
      kept.map(({ name, filter: { list, ...only }, savedBy }) => [
        ...[name, [list].flat().join(', ')],
        ...[
          Object.entries(only)
            .map(([field, value]) => `${field} ${value}`)
            .join(', '),
          savedBy,
        ],
      ]),
    ),
  );
}

function fileOf(options: Options): string {
  return options.accounts ?? `${storeFile(options)}.access`;
}

/** What a file of accounts says; null where there is none, so that asking makes no file. */
function existing<T>(options: Options, work: (access: AccessStore) => T): T | null {
  requireRecord(storeFile(options));
  return isRecord(fileOf(options)) ? withAccess(options, work) : null;
}

function withAccess<T>(options: Options, work: (access: AccessStore) => T): T {
  const access = openAccessStore(fileOf(options));
  try {
    return work(access);
  } finally {
    access.close();
  }
}

function unknown(name: string): CliFailure {
  return new CliFailure(EXIT.notFound, 'not-found', `no worklist is kept as ${name}`);
}
