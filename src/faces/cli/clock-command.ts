import type { Command as CliCommand } from 'commander';
import { addExample } from './add-example.ts';
import { checkDate } from './check-moment.ts';
import { cleanText } from './clean-text.ts';
import { EXIT } from './exit-codes.ts';
import { type StoreOptions, withEngine } from './open-store.ts';
import { createProgress } from './progress.ts';
import { bad, bold, print, printJson, say } from './screen.ts';
import { addReadOptions } from './store-options.ts';

/** Adds clock. */
export function addClockCommand(program: CliCommand): void {
  const command = program
    .command('clock')
    .summary('Let time pass, for all patients who have something due')
    .description(
      'Let time pass to the beginning of a day, for all patients who have something due by then. It may be run again.',
    )
    .option('--to <date>', 'the day (today unless given)')
    .action(async (options: StoreOptions & { readonly to?: string; readonly json?: boolean }) => {
      const given = await checkDate(options.to, '--to');
      const { createSystemClock } = await import('../../system-clock.ts');
      const to = given ?? options.today ?? createSystemClock().today();
      const report = await withEngine(options, 'write', async (engine) => {
        const progress = createProgress('episodes changed');
        engine.subscribe(() => progress.step());
        const done = await engine.advanceClock(to);
        progress.end();
        return done;
      });
      if (options.json) return printJson(report);
      const { renderChange } = await import('./print-outcome.ts');
      for (const notice of report.changed) {
        print(bold(cleanText(notice.episode)));
        for (const change of notice.changes) print(renderChange(change));
      }
      for (const { episode, code, message } of report.failed)
        say(`${bad('✗')} ${cleanText(episode)} could not be looked after: ${cleanText(message)} [${code}]`);
      if (report.failed.length > 0) process.exitCode = EXIT.store;
      const { touched } = report;
      print(
        `It is ${report.to}: ${touched} ${touched === 1 ? 'episode' : 'episodes'} looked at, ${report.changed.length} changed.`,
      );
    });
  addReadOptions(command);
  addExample(command, 'stepwell clock', 'stepwell clock --to 2026-03-06');
}
