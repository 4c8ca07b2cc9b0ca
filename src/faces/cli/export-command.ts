import { rmSync, writeFileSync } from 'node:fs';
import { type Command as CliCommand, Option } from 'commander';
import type { EpisodeExport } from '../../engine/export-episode.ts';
import { addExample } from './add-example.ts';
import { cleanText } from './clean-text.ts';
import { CliFailure } from './cli-failure.ts';
import { EXIT } from './exit-codes.ts';
import { oneOf } from './one-of.ts';
import { type StoreOptions, withEngine } from './open-store.ts';
import { good, print, say } from './screen.ts';
import { addReadOptions } from './store-options.ts';

const FORMATS = ['json', 'chronology'];

type ExportOptions = StoreOptions & {
  readonly format: string;
  readonly out?: string;
  readonly json?: boolean;
};

/** Adds export. */
export function addExportCommand(program: CliCommand): void {
  const command = program
    .command('export <episode>')
    .summary('Write out everything about one patient, as JSON or as a printable chronology')
    .description(
      'Write out everything that the record has about one patient: as JSON, or as a chronology to print, with who recorded what and when, all corrections, and all meetings.',
    )
    .addOption(
      new Option('--format <format>', 'json or chronology')
        .choices(FORMATS)
        .argParser(oneOf(FORMATS))
        .default('json'),
    )
    .option('--out <file>', 'write to this new file, which only its owner may read');
  addReadOptions(command).action(runExport);
  addExample(
    command,
    'stepwell export e-1 --format chronology --out e-1.txt',
    'stepwell export e-1 > e-1.json',
  );
}

async function runExport(episode: string, options: ExportOptions): Promise<void> {
  const whole = await withEngine(options, 'read', (engine) => engine.exportEpisode(episode));
  const text = options.json || options.format === 'json' ? JSON.stringify(whole, null, 2) : await tell(whole);
  if (options.out === undefined) return print(text);
  writeNew(options.out, `${text}\n`);
  say(
    `${good('✓')} ${whole.history.length} events of ${cleanText(episode)} written to ${cleanText(options.out)}`,
  );
}

async function tell(whole: EpisodeExport): Promise<string> {
  const { renderChronology } = await import('./render-chronology.ts');
  return renderChronology(whole);
}

/** Writes a file that was not there before, for its owner's eyes; none is left where the disk is full. */
function writeNew(file: string, text: string): void {
  try {
    writeFileSync(file, text, { flag: 'wx', mode: 0o600, flush: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST')
      throw new CliFailure(
        EXIT.conflict,
        'file-exists',
        `${file} exists already, and export never overwrites a file; name another one with --out`,
        { file },
      );
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') rmSync(file, { force: true });
    throw error;
  }
}
