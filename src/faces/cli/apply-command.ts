import type { Command as CliCommand } from 'commander';
import { addExample } from './add-example.ts';
import type { ApplyOptions } from './run-apply.ts';
import { addReadOptions } from './store-options.ts';

/** Adds apply. */
export function addApplyCommand(program: CliCommand): void {
  const command = program
    .command('apply <file>')
    .summary('Carry out many commands from a file, one JSON command per line')
    .description(
      'Carry out many commands from a file, or from stdin for -, one JSON command per line in the shape of the API. Each line is its own transaction unless --atomic is given, and each gets its report. With --json each report is one line of JSON, and the last line is the summary.',
    )
    .option('--atomic', 'all lines in one transaction: all of them, or none')
    .option('--key <key>', 'with --atomic: the idempotency key of the whole file')
    .option('--validate-only', 'report what each line would do, and write nothing')
    .option('--quiet', 'leave out the lines that were accepted')
    .action(async (file: string, options: ApplyOptions) => {
      const { runApply } = await import('./run-apply.ts');
      await runApply(file, options);
    });
  addReadOptions(command).option(
    '--by <name>',
    'who says so, where a line does not (default: STEPWELL_BY, or the user of this computer)',
  );
  addExample(
    command,
    'stepwell apply monday.jsonl',
    'stepwell apply monday.jsonl --validate-only --json',
    `echo '{"type":"RecordDrugTest","episode":"e-1","result":"negative"}' | stepwell apply -`,
  );
}
