import type { Command as CliCommand } from 'commander';
import { addExample } from './add-example.ts';
import { type StoreOptions, withEngine } from './open-store.ts';
import { wholeNumber } from './option-values.ts';
import { print, printJson } from './screen.ts';
import { addReadOptions } from './store-options.ts';

type Options = StoreOptions & {
  readonly json?: boolean;
  readonly site?: string;
  readonly leader?: string;
  readonly episode?: string;
  readonly from?: string;
  readonly days?: number;
};

const table = async (headings: readonly string[], rows: readonly (readonly unknown[])[]) =>
  print((await import('./render-table.ts')).renderTable(headings, rows));

/** Adds the questions about groups: which there are, their calendar, coverage, and what a patient owes. */
export function addGroupQuestions(parent: CliCommand): void {
  const list = parent
    .command('list', { isDefault: true })
    .summary('List the groups, with their size and what is wrong with it')
    .description('List the groups, with their size and what is wrong with it.')
    .option('--site <name>', 'only those of this site')
    .option('--leader <name>', 'only those that somebody leads')
    .option('--episode <episode>', 'only those of a patient')
    .action(listGroups);
  addExample(addReadOptions(list), 'stepwell group list --site north');
  const show = parent
    .command('show <group>')
    .summary('Show a group, who is in it, and its calendar of topics')
    .description('Show a group, who is in it, and its calendar of topics.')
    .option('--from <date>', 'the calendar from this day on (today unless given)')
    .option('--days <n>', 'so many days of it (28 unless given)', wholeNumber)
    .action(showGroup);
  addExample(addReadOptions(show), 'stepwell group show evening --from 2026-03-02 --days 14');
  const coverage = parent
    .command('coverage <curriculum>')
    .summary('Say which start of a new patient needs the fewest make-ups')
    .description(
      'Say when a new patient of a curriculum meets each session of its rolling tracks, and which start needs the fewest make-ups.',
    )
    .option('--from <date>', 'the first possible start (today unless given)')
    .option('--days <n>', 'starts within so many days (28 unless given)', wholeNumber)
    .action(showCoverage);
  addExample(addReadOptions(coverage), 'stepwell group coverage matrix-iop --days 14');
  const owed = parent
    .command('owed <episode>')
    .summary('List what a patient owes, and the coming meetings that would satisfy it')
    .description('List the sessions that a patient owes, and the coming meetings that would satisfy each.')
    .option('--days <n>', 'meetings of so many days (42 unless given)', wholeNumber)
    .action(showOwed);
  addExample(addReadOptions(owed), 'stepwell group owed e-1');
}

async function listGroups({ site, leader, episode, json, ...options }: Options): Promise<void> {
  const given = Object.entries({ site, leader, episode }).filter(([, value]) => value !== undefined);
  const groups = await withEngine(options, 'read', (engine) => engine.groups.list(Object.fromEntries(given)));
  if (json) return printJson(groups);
  if (groups.length === 0) return print('There is no group.');
  await table(
    ['Group', 'Title', 'Site', 'Times', 'Leader', 'Patients', 'Waiting', 'To look at'],
    groups.map(({ id, group, members, waiting, warnings }) => [
      ...[id, group.title, group.site],
      group.times.map(({ rule, start }) => `${start} ${rule}`).join('; '),
      ...[
        group.leader,
        group.capacity === undefined ? members.length : `${members.length} of ${group.capacity}`,
      ],
      ...[waiting.length, warnings.map(({ message }) => message).join('; ')],
    ]),
  );
}

async function showGroup(name: string, options: Options): Promise<void> {
  const { daysFrom } = await import('./days-from.ts');
  const days = await daysFrom({ ...options, to: undefined } as never, options.days ?? 28);
  const found = await withEngine(options, 'read', async (engine) => ({
    status: await engine.groups.status(name, days.from),
    meetings: await engine.groups.meetings({ group: name, ...days }),
  }));
  if (options.json) return printJson(found);
  const { status, meetings } = found;
  const { cleanText } = await import('./clean-text.ts');
  const { title, site, leader } = status.group;
  print(cleanText(`${title} at ${site}, led by ${leader}`));
  print(cleanText(`patients: ${status.members.map(({ episode }) => episode).join(', ') || 'none'}`));
  if (status.waiting.length > 0)
    print(
      cleanText(
        `waiting: ${status.waiting.map(({ episode, since }) => `${episode} since ${since}`).join(', ')}`,
      ),
    );
  for (const { message } of status.warnings) print(`! ${cleanText(message)}`);
  await table(
    ['Meeting', 'Held', 'Min', 'Topic', 'Title', 'Place', 'Standing'],
    meetings.map((m) => [
      ...[m.meeting, `${m.date} ${m.start}`, m.minutes, m.topic, m.topicTitle, m.place],
      m.reason === null ? m.status : `${m.status}: ${m.reason}`,
    ]),
  );
}

async function showCoverage(curriculum: string, options: Options): Promise<void> {
  const { daysFrom } = await import('./days-from.ts');
  const { from } = await daysFrom(options, 1);
  const days = options.days === undefined ? {} : { days: options.days };
  const found = await withEngine(options, 'read', (engine) =>
    engine.groups.coverage(curriculum, { from, ...days }),
  );
  if (options.json) return printJson(found);
  const { first, best } = found;
  print(
    `A start on ${first.start} needs ${first.makeUps} make-ups; the best is ${best.start} with ${best.makeUps}.`,
  );
  await table(
    ['Track', 'Session', 'Title', 'Met on'],
    best.tracks.flatMap(({ track, sessions }) =>
      sessions.map(({ session, title, on }) => [track, session, title, on.join(', ') || 'to be made up']),
    ),
  );
}

async function showOwed(episode: string, options: Options): Promise<void> {
  const days = options.days === undefined ? {} : { days: options.days };
  const found = await withEngine(options, 'read', (engine) => engine.groups.owed(episode, days));
  if (options.json) return printJson(found);
  if (found.length === 0) return print('Nothing is owed.');
  await table(
    ['Track', 'Session', 'Title', 'Missed on', 'Until', 'Coming meetings'],
    found.map(({ track, session, title, missedOn, until, meetings }) => [
      ...[track, session, title, missedOn, until],
      meetings.map((m) => `${m.group} ${m.meeting}${m.expected ? ' (expected)' : ''}`).join(', ') || 'none',
    ]),
  );
}
