import type { Command as CliCommand } from 'commander';
import type { SaidElsewhere } from '../../engine/said-elsewhere.ts';
import { addExample } from './add-example.ts';
import { cleanText } from './clean-text.ts';
import { CliFailure } from './cli-failure.ts';
import { EXIT } from './exit-codes.ts';
import { type StoreOptions, withEngine } from './open-store.ts';
import { good, print, printJson } from './screen.ts';
import { addReadOptions } from './store-options.ts';

type EraseOptions = StoreOptions & {
  readonly reason: string;
  readonly yes?: boolean;
  readonly json?: boolean;
};

/** Adds erase. */
export function addEraseCommand(program: CliCommand): void {
  const command = program
    .command('erase <episode>')
    .summary('Take the content of an episode away for good, where a law requires it')
    .description(
      'Take the content of an episode away for good, where a law requires it: what its events say, its due work, its line in the caseload, and the answers given to commands that name it. No group, roster, calendar or list of appointments tells of the patient any more. What stays in the file: what was recorded in groups and appointments, with the id of the episode, attendance and the reasons given (the events are named here), the lines of the access log with the number of the patient, and what was written elsewhere in free text. That it was erased, by whom and why, is recorded, and the record still verifies. Backups made before keep what they hold.',
    )
    .requiredOption('--reason <text>', 'why; it stays in the record, so it must not name the patient')
    .option('--yes', 'do it; without it nothing is erased');
  addReadOptions(command)
    .option('--by <name>', 'who gave the order (default: STEPWELL_BY, or the user of this computer)')
    .action(runErase);
  addExample(command, 'stepwell erase e-1 --reason "order 12 of the county court" --yes');
}

async function runErase(episode: string, options: EraseOptions): Promise<void> {
  const { reason, yes = false } = options;
  if (reason.trim() === '') throw new CliFailure(EXIT.usage, 'usage', '--reason: say why it is erased');
  const { saidElsewhere } = await import('../../engine/said-elsewhere.ts');
  const { events, elsewhere } = await withEngine(options, yes ? 'write' : 'read', async (engine) => ({
    events: yes ? await engine.erase(episode, { reason }) : (await engine.history(episode)).length,
    elsewhere: await saidElsewhere(engine.store, episode),
  }));
  if (options.json) printJson({ episode, erased: yes, events, elsewhere });
  else if (events === 0) print(`nothing is left to erase of ${cleanText(episode)}`);
  else if (yes) print(`${good('✓')} the content of ${events} events of ${cleanText(episode)} was erased`);
  else
    print(
      [
        `This would erase the content of ${events} events of ${cleanText(episode)}, with its due work and its line in the caseload.`,
        'Their numbers, times and hashes stay, and so does the reason. It cannot be undone.',
        ...staysOf(elsewhere),
        'Nothing was erased; add --yes to do it.',
      ].join('\n'),
    );
  if (yes && !options.json) for (const line of staysOf(elsewhere)) print(line);
  if (!yes) process.exitCode = EXIT.usage;
}

/** What an erasure leaves in the record, stream by stream; nothing where no group and no appointment speaks of the episode. */
function staysOf(elsewhere: readonly SaidElsewhere[]): string[] {
  if (elsewhere.length === 0) return [];
  const byStream = Map.groupBy(elsewhere, ({ stream }) => stream);
  return [
    `What groups and appointments recorded stays in the file, with attendance and reasons, though nothing shows it any more: ${elsewhere.length} event${elsewhere.length === 1 ? '' : 's'}`,
    ...[...byStream].map(
      ([stream, events]) => `  ${cleanText(stream)}: ${events.map(({ version }) => version).join(', ')}`,
    ),
  ];
}
