import type { Command as CliCommand } from 'commander';
import { addExample } from './add-example.ts';
import { wholeNumber } from './option-values.ts';
import type { ObserveOptions } from './run-observe.ts';
import { addReadOptions } from './store-options.ts';

/** Adds observe. */
export function addObserveCommand(program: CliCommand): void {
  const command = program
    .command('observe <curriculum>')
    .summary('Tell of real patients what simulate tells of simulated ones, de-identified')
    .description(
      'Compute the tables and pictures of simulate from the real episodes of a curriculum or pathway. What leaves the record has no names, numbers or dates: days count from the admission, and patients stand in groups of at least 11 who all have the mean of their group, so that nobody can be told apart by any subtraction.',
    )
    .option('--as-of <date>', 'what was so on this day; today unless given')
    .option('--horizon <days>', 'how long patients are followed; 365 unless given', wholeNumber)
    .option('--out <folder>', 'write tables, pictures and a report into this folder')
    .option('--with <folder>', 'a folder that simulate wrote: both cohorts in one picture and one table')
    .option('--png', 'with --out: pictures as PNG, too');
  addReadOptions(command).action(async (curriculum: string, options: ObserveOptions) => {
    const { runObserve } = await import('./run-observe.ts');
    await runObserve(curriculum, options);
  });
  addExample(
    command,
    'stepwell observe matrix-iop --db clinic.db --out observed',
    'stepwell observe matrix-iop --db clinic.db --with matrix-run --out both',
  );
}
