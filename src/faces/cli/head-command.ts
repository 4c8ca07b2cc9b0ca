import type { Command as CliCommand } from 'commander';
import { addExample } from './add-example.ts';
import { requireRecord, type StoreOptions, storeFile } from './open-store.ts';
import { print, printJson } from './screen.ts';

/** Adds head. */
export function addHeadCommand(program: CliCommand): void {
  const command = program
    .command('head')
    .summary('Print the head of the record, to be kept somewhere else')
    .description(
      'Print how many events the record has and the hash over all of them. Kept outside, it lets verify and restore find a record that was cut short or put back from an older day.',
    )
    .option('--db <file>', 'the file of the record (default: STEPWELL_DB, or stepwell.db)')
    .option('--json', 'print JSON')
    .action(async (options: Pick<StoreOptions, 'db'> & { readonly json?: boolean }) => {
      const file = storeFile(options);
      requireRecord(file);
      const { openSqliteStore } = await import('../../adapters/sqlite/open-sqlite-store.ts');
      const store = openSqliteStore({ file, readOnly: true });
      const head = await store.outsideHead().finally(() => store.close());
      if (options.json) printJson(head);
      else print(`${head.count}:${head.head}`);
    });
  addExample(command, 'stepwell head > head.txt', 'stepwell verify --head $(cat head.txt)');
}
