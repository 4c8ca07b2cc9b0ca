import type { Command as CliCommand } from 'commander';
import { addExample } from './add-example.ts';
import { type StoreOptions, withEngine } from './open-store.ts';
import { good, print, printJson } from './screen.ts';
import { addReadOptions } from './store-options.ts';

/** Adds rebuild. */
export function addRebuildCommand(program: CliCommand): void {
  const command = program
    .command('rebuild')
    .summary('Write what is kept beside the record anew from it')
    .description(
      'Write due rows, caseload, worklists and the census of all episodes anew from their events: once after a new release, or where they are in doubt. Others may go on working.',
    )
    .action(async (options: StoreOptions & { readonly json?: boolean }) => {
      const episodes = await withEngine(options, 'write', (engine) => engine.rebuildCaches());
      if (options.json) return printJson({ episodes });
      print(`${good('✓')} ${episodes} episodes are written anew.`);
    });
  addReadOptions(command);
  addExample(command, 'stepwell rebuild');
}
