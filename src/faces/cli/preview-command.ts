import { access, constants } from 'node:fs/promises';
import type { Command as CliCommand } from 'commander';
import { addExample } from './add-example.ts';
import { EXIT } from './exit-codes.ts';
import { type StoreOptions, withEngine } from './open-store.ts';
import { print, printJson } from './screen.ts';
import { addReadOptions } from './store-options.ts';

/** Adds preview. */
export function addPreviewCommand(program: CliCommand): void {
  const command = program
    .command('preview <file>')
    .summary('Show what a file of commands would change, and write nothing')
    .description(
      'Show what a file of commands, or stdin for -, would change: phase dates, gates, credit, due work. Nothing is written.',
    )
    .action(async (file: string, options: StoreOptions & { readonly json?: boolean }) => {
      if (file !== '-') await access(file, constants.R_OK);
      const [{ readCommands }, { printPreview }, { renderLineReport }] = await Promise.all([
        import('./read-commands.ts'),
        import('./print-preview.ts'),
        import('./render-line-report.ts'),
      ]);
      const { good, bad } = await readCommands(file);
      const commands = good.map(({ command: one }) => one);
      const preview = await withEngine(options, 'try', (engine) => engine.preview(commands));
      if (options.json) printJson({ ...preview, invalid: bad });
      else for (const report of bad) print(renderLineReport(file, report));
      const accepted = options.json
        ? preview.outcomes.every((outcome) => outcome.accepted)
        : printPreview(commands, preview, false);
      if (bad.length > 0) process.exitCode = EXIT.invalidFile;
      else if (!accepted) process.exitCode = EXIT.refused;
    });
  addReadOptions(command).option('--by <name>', 'who says so, where a line does not');
  addExample(command, 'stepwell preview corrections.jsonl');
}
