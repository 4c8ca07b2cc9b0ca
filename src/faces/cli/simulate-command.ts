import { type Command as CliCommand, InvalidArgumentError } from 'commander';
import type { Precision } from '../../simulation/experiment/replicate.ts';
import { addExample } from './add-example.ts';
import type { FileKinds } from './create-shard-files.ts';
import { curriculumFolders } from './curriculum-folders.ts';
import { addSimulationOptions, largeNumber, type SimulationOptions } from './simulation-options.ts';
import { addCurriculaOption } from './store-options.ts';

type Options = SimulationOptions & FileKinds & { readonly until?: Pick<Precision, 'figure' | 'halfWidth'> };

/** Adds simulate. */
export function addSimulateCommand(program: CliCommand): void {
  const command = addSimulationOptions(
    program
      .command('simulate <scenario>')
      .summary('Send simulated patients through a curriculum')
      .description(
        'Send the simulated patients of a scenario through its curriculum, and tell what comes of them. With --out, Ctrl-C stops after the last finished shard, and the same command goes on from there.',
      ),
  )
    .option('--replications <n>', 'repeat with other patients, for intervals over replications', largeNumber)
    .option(
      '--until <figure=half-width>',
      'repeat until the interval of a figure is so narrow, as completed=0.005; --replications is then the most, 200 unless given',
      precision,
    )
    .option('--csv', 'with --out: patients as CSV, too, not only as Parquet')
    .option('--sqlite', 'with --out: all tables in cohort.db, too; such a run always begins anew')
    .option('--events', 'with --out: one row for each event, as Parquet')
    .action(async (file: string, options: Options) => {
      const { runSimulate } = await import('./run-simulate.ts');
      await runSimulate(file, options, curriculumFolders(options));
    });
  addCurriculaOption(command);
  addExample(
    command,
    'stepwell simulate examples/scenarios/matrix.yaml --patients 1e6 --seed 7 --out matrix-run',
    'stepwell simulate examples/scenarios/matrix.yaml --set gate.attendance=0.6 --json',
    'stepwell simulate examples/scenarios/matrix.yaml --until completed=0.005',
  );
}

function precision(text: string): Pick<Precision, 'figure' | 'halfWidth'> {
  const [figure = '', width = ''] = text.split('=');
  const halfWidth = Number(width);
  if (figure === '' || width.trim() === '' || !(halfWidth > 0))
    throw new InvalidArgumentError('Write figure=half-width, for example completed=0.005.');
  return { figure, halfWidth };
}
