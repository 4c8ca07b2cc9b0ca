import type { Command as CliCommand } from 'commander';
import type { RosterRow } from '../../engine/groups/group-command.ts';
import type { Roster } from '../../engine/groups/roster.ts';
import { addExample } from './add-example.ts';
import { CliFailure } from './cli-failure.ts';
import { EXIT } from './exit-codes.ts';
import { type StoreOptions, withEngine } from './open-store.ts';
import { nameList, wholeNumber } from './option-values.ts';
import { print, printJson } from './screen.ts';
import { addWriteOptions } from './store-options.ts';

type Options = StoreOptions & {
  readonly [name in 'except' | 'excused' | 'late' | 'leftEarly' | 'walkIn' | 'present']?: readonly string[];
} & {
  readonly allPresent?: boolean;
  readonly allAbsent?: boolean;
  readonly guests?: number;
  readonly topic?: number;
  readonly leader?: string;
  readonly file?: string;
  readonly add?: boolean;
  readonly partial?: boolean;
  readonly void?: boolean;
  readonly reason?: string;
  readonly key?: string;
  readonly preview?: boolean;
  readonly json?: boolean;
};

/** Adds roster. */
export function addRosterCommand(program: CliCommand): void {
  const command = program
    .command('roster <group> <meeting>')
    .summary('Show the roster of a meeting, or record it in one go')
    .description(
      'Show who is expected at a meeting and what is recorded of each. With --all-present, --present, --except and the like, or a file of rows, record the whole roster in one transaction.',
    )
    .option('--all-present', 'all who are expected were there, except those named otherwise')
    .option('--all-absent', 'nobody was there, except those named otherwise')
    .option('--present <episodes>', 'were there', nameList)
    .option('--except <episodes>', 'were absent', nameList)
    .option('--excused <episode:reason>', 'was excused; may be given several times', several)
    .option('--late <episode:minutes>', 'came so many minutes late; may be given several times', several)
    .option('--left-early <episode:minutes>', 'left so many minutes early', several)
    .option('--walk-in <episodes>', 'came without being in the group', nameList)
    .option('--guests <n>', 'guests who belong to nobody in the group', wholeNumber)
    .option('--topic <n>', 'the topic that was held, where it was another', wholeNumber)
    .option('--leader <name>', 'who led it, where it was another')
    .option('--file <file>', 'rows in JSON, as { others, rows, guests } or a list of rows')
    .option('--add', 'add rows to a roster that is recorded already')
    .option('--partial', 'record the rows that are allowed, where others are refused')
    .option('--void', 'take the whole roster back, with --reason')
    .option('--reason <text>', 'why it is taken back')
    .option('--key <key>', 'idempotency key: the same key again writes nothing')
    .option('--preview', 'show what would come of it and write nothing')
    .action(runRoster);
  addWriteOptions(command);
  addExample(
    command,
    'stepwell roster evening 2026-03-02T18:00',
    'stepwell roster evening 2026-03-02T18:00 --all-present --except e-3,e-7 --excused "e-5:at court" --late e-2:20',
  );
}

function several(text: string, before: readonly string[] = []): string[] {
  return [...before, text];
}

async function runRoster(group: string, meeting: string, options: Options): Promise<void> {
  const { printCalendarOutcome } = await import('./print-calendar-outcome.ts');
  const given = await rosterOf(options);
  if (given === null) {
    const roster = await withEngine(options, 'read', (engine) => engine.groups.roster(group, meeting));
    return options.json ? printJson(roster) : printRoster(roster);
  }
  const { key, preview } = options;
  const command = { group, meeting, ...(key === undefined ? {} : { key }), ...given } as const;
  const accepted = await withEngine(options, preview ? 'read' : 'write', async ({ groups }) =>
    printCalendarOutcome('roster', await groups[preview ? 'preview' : 'execute'](command as never), options),
  );
  if (!accepted) process.exitCode = EXIT.refused;
}

/** The command that the options come to; null where they only ask. */
async function rosterOf(options: Options): Promise<Readonly<Record<string, unknown>> | null> {
  if (options.void) return { type: 'VoidRoster', reason: options.reason };
  const rows: RosterRow[] = [
    ...(options.present ?? []).map((episode) => ({ episode, status: 'attended' as const })),
    ...(options.except ?? []).map((episode) => ({ episode, status: 'absent' as const })),
    ...(options.walkIn ?? []).map((episode) => ({ episode, status: 'attended' as const, walkIn: true })),
    ...pairs(options.excused, '--excused').map(([episode, reason]) => ({
      ...{ episode, status: 'excused' as const, reason },
    })),
    ...pairs(options.late, '--late').map(([episode, minutes]) => ({
      ...{ episode, status: 'late' as const, minutesMissed: Number(minutes) },
    })),
    ...pairs(options.leftEarly, '--left-early').map(([episode, minutes]) => ({
      ...{ episode, status: 'left-early' as const, minutesMissed: Number(minutes) },
    })),
  ];
  const others = options.allPresent ? 'attended' : options.allAbsent ? 'absent' : undefined;
  const filed = options.file === undefined ? {} : await readRows(options.file);
  if (rows.length === 0 && others === undefined && options.file === undefined) return null;
  const { guests, topic, leader, add, partial } = options;
  const whole = { others, guests, topic, leader, add, partial, ...filed };
  const said = Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== undefined));
  const fromFile = Array.isArray(said['rows']) ? said['rows'] : [];
  return { type: 'RecordRoster', ...said, rows: [...fromFile, ...rows] };
}

function pairs(texts: readonly string[] = [], option: string): [episode: string, value: string][] {
  return texts.map((text) => {
    const at = text.indexOf(':');
    if (at > 0 && at < text.length - 1) return [text.slice(0, at), text.slice(at + 1)];
    const message = `${option} wants an episode and a value, for example ${option} e-2:20`;
    throw new CliFailure(EXIT.usage, 'usage', message);
  });
}

async function readRows(file: string): Promise<Readonly<Record<string, unknown>>> {
  const { readFileSync } = await import('node:fs');
  try {
    const found: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (Array.isArray(found)) return { rows: found };
    if (typeof found === 'object' && found !== null) return found as Record<string, unknown>;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  const message = `${file} holds no roster: write a list of rows in JSON, or { "others": "attended", "rows": [] }`;
  throw new CliFailure(EXIT.invalidFile, 'invalid-roster', message, { file });
}

async function printRoster({ meeting, lines, guests, warnings }: Roster): Promise<void> {
  const [{ renderTable }, { cleanText }] = await Promise.all([
    import('./render-table.ts'),
    import('./clean-text.ts'),
  ]);
  const topic = meeting.topic === null ? 'topic not chosen' : `${meeting.topic}. ${meeting.topicTitle}`;
  print(cleanText(`${meeting.title}, ${meeting.date} at ${meeting.start}: ${topic} (${meeting.status})`));
  print(
    renderTable(
      ['Episode', 'Patient', 'As', 'Counts as', 'Recorded', 'Event', ''],
      lines.map(({ episode, patient, as, credit, recorded, corrected }) => [
        ...[episode, patient, as],
        credit === null ? 'nothing' : `${credit.track} ${credit.session}`,
        ...[recorded?.status, recorded?.fact, corrected ? 'corrected' : ''],
      ]),
    ),
  );
  if (guests > 0) print(`and ${guests} guests`);
  for (const { message } of warnings) print(`! ${cleanText(message)}`);
}
