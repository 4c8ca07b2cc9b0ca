import type { Command as CliCommand } from 'commander';
import { addExample } from './add-example.ts';
import { CliFailure } from './cli-failure.ts';
import { EXIT } from './exit-codes.ts';
import { type StoreOptions, withEngine } from './open-store.ts';
import { print, printJson } from './screen.ts';
import { addReadOptions } from './store-options.ts';

type Options = StoreOptions & {
  readonly [name in 'counselor' | 'group' | 'episode' | 'from' | 'to' | 'out']?: string;
} & { readonly json?: boolean };

/** Adds calendar. */
export function addCalendarCommand(program: CliCommand): void {
  const command = program
    .command('calendar')
    .summary('Write a calendar of meetings and appointments (iCalendar)')
    .description(
      'Write the meetings and appointments of a counselor, a group or a patient as an iCalendar file, of the next 90 days unless told otherwise. Titles are neutral, and nobody is named: calendars leave the house. For a calendar that follows by itself what is moved or cancelled, somebody who is signed in makes a secret link that can be revoked: on the page of his account, of a group or of a patient, or by POST /api/calendar-links.',
    )
    .option('--counselor <name>', 'what a counselor leads and is booked for')
    .option('--group <group>', 'the meetings of a group')
    .option('--episode <episode>', 'what a patient is expected at')
    .option('--from <date>', 'from this day on (today unless given)')
    .option('--to <date>', 'up to this day')
    .option('--out <file>', 'into this file; it is printed unless given')
    .action(runCalendar);
  addReadOptions(command);
  addExample(
    command,
    'stepwell calendar --counselor kim --out kim.ics',
    'stepwell calendar --group evening --from 2026-03-02 --to 2026-06-30',
  );
}

async function runCalendar(options: Options): Promise<void> {
  const { counselor, group, episode } = options;
  const named = Object.entries({ counselor, group, episode }).filter(([, value]) => value !== undefined);
  if (named.length !== 1)
    throw new CliFailure(EXIT.usage, 'usage', 'say whose calendar: --counselor, --group or --episode');
  const { daysFrom } = await import('./days-from.ts');
  const days = await daysFrom(options, 90);
  const { entriesOf } = await import('../../adapters/ical/entries-of.ts');
  const { writeCalendar } = await import('../../adapters/ical/write-calendar.ts');
  const of = Object.fromEntries(named) as { episode: string };
  const entries = await withEngine(options, 'read', async (engine) => {
    // Nothing is known of an episode that is not there: an empty calendar would hide the slip.
    if (episode !== undefined) await engine.status(episode);
    return entriesOf(engine, of, days);
  });
  const text = writeCalendar('Calendar', entries, new Date().toISOString());
  if (options.out !== undefined) {
    const { writeFileSync } = await import('node:fs');
    writeFileSync(options.out, text);
    if (!options.json) return print(`${entries.length} entries written to ${options.out}`);
  }
  if (options.json) return printJson({ days, entries });
  process.stdout.write(text);
}
