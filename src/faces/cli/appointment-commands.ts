import type { Command as CliCommand } from 'commander';
import { addExample } from './add-example.ts';
import { addCalendarVerb, type CalendarVerb } from './calendar-verb.ts';
import { oneOf } from './one-of.ts';
import { type StoreOptions, withEngine } from './open-store.ts';
import { wholeNumber } from './option-values.ts';
import { print, printJson } from './screen.ts';
import { addReadOptions } from './store-options.ts';

const KINDS = ['individual', 'conjoint', 'family'] as const;
const NAMED = [['appointment', 'the name of the appointment, as in 2026-03-02-3']] as const;

const when = (command: CliCommand) =>
  command
    .option('--minutes <n>', 'how long it is', wholeNumber)
    .option('--counselor <name>', 'with whom of the staff')
    .option('--place <room>', 'in which room');

const VERBS: readonly CalendarVerb[] = [
  {
    name: 'book',
    type: 'BookAppointment',
    summary: 'Book an appointment of a patient with a counselor',
    arguments: [
      ['episode', 'the name of the episode'],
      ['date', 'the day'],
      ['start', 'the time on the clocks of the site, HH:MM'],
    ],
    options: (command) =>
      when(command)
        .option('--kind <kind>', 'individual (unless given), conjoint or family', oneOf(KINDS))
        .option('--track <track>', 'the track in which it counts')
        .option('--session <n>', 'the session that is to be held', wholeNumber)
        .option('--site <name>', "the site; the patient's own unless given")
        .option('--time-zone <zone>', 'the zone of the site, where no group meets there yet')
        .option('--override <reason>', 'book it although the counselor or the room is taken'),
    same: ['minutes', 'counselor', 'place', 'kind', 'track', 'session', 'site', 'timeZone', 'override'],
    examples: ['stepwell appointment book e-1 2026-03-04 10:00 --kind conjoint --place "room 2"'],
  },
  {
    name: 'move',
    type: 'MoveAppointment',
    summary: 'Move an appointment; it keeps its name',
    arguments: NAMED,
    options: (command) =>
      when(command)
        .option('--date <date>', 'to this day')
        .option('--start <time>', 'to this time, HH:MM')
        .option('--reason <text>', 'why (required)')
        .option('--override <reason>', 'book it although the counselor or the room is taken'),
    same: ['date', 'start', 'minutes', 'counselor', 'place', 'reason', 'override'],
    examples: ['stepwell appointment move 2026-03-04-1 --date 2026-03-05 --reason "kim is ill"'],
  },
  {
    name: 'cancel',
    type: 'CancelAppointment',
    summary: 'Cancel an appointment; with --late it counts as missed',
    arguments: NAMED,
    options: (command) =>
      command
        .option('--by-patient', 'the patient cancelled it')
        .option('--late', 'too late by the rules of the clinic')
        .option('--excused', 'with --late: it counts as excused')
        .option('--reason <text>', 'why (required)'),
    same: ['late', 'excused', 'reason'],
    fields: (given) => ({ cancelledBy: given['byPatient'] ? 'patient' : undefined }),
    examples: ['stepwell appointment cancel 2026-03-04-1 --by-patient --late --reason "has to work"'],
  },
  {
    name: 'keep',
    type: 'KeepAppointment',
    summary: 'Record that an appointment was kept: it counts in the track of the patient',
    arguments: NAMED,
    options: (command) =>
      command
        .option(
          '--status <status>',
          'attended (unless given), late or left-early',
          oneOf(['attended', 'late', 'left-early']),
        )
        .option('--minutes <n>', 'how long it was', wholeNumber)
        .option('--session <n>', 'the session that was held', wholeNumber)
        .option('--make-up', 'the session counts as made up')
        .option('--guests <n>', 'how many came with the patient', wholeNumber),
    same: ['status', 'minutes', 'session', 'makeUp', 'guests'],
    examples: ['stepwell appointment keep 2026-03-04-1 --guests 2'],
  },
  {
    name: 'miss',
    type: 'MissAppointment',
    summary: 'Record that the patient did not come',
    arguments: NAMED,
    options: (command) =>
      command.option('--excused', 'with a reason').option('--reason <text>', 'why the patient did not come'),
    same: ['excused', 'reason'],
    examples: ['stepwell appointment miss 2026-03-04-1'],
  },
  {
    name: 'reopen',
    type: 'ReopenAppointment',
    summary: 'Take back that an appointment was kept, missed or cancelled',
    arguments: NAMED,
    options: (command) => command.option('--reason <text>', 'why (required)'),
    same: ['reason'],
    examples: ['stepwell appointment reopen 2026-03-04-1 --reason "it was another patient"'],
  },
];

type ListOptions = StoreOptions & { readonly [name in (typeof FILTERS)[number]]?: string } & {
  readonly json?: boolean;
};
const FILTERS = ['from', 'to', 'counselor', 'episode', 'site'] as const;

/** Adds appointment with its verbs. */
export function addAppointmentCommands(program: CliCommand): void {
  const parent = program
    .command('appointment')
    .summary('List, book, move, cancel and keep appointments')
    .description('List, book, move, cancel and keep appointments of patients with counselors.');
  addExample(parent, 'stepwell appointment', 'stepwell appointment book e-1 2026-03-04 10:00');
  const list = parent
    .command('list', { isDefault: true })
    .summary('List appointments')
    .description(
      'List appointments in order of time, cancelled ones too: of the next seven days unless told otherwise.',
    )
    .option('--from <date>', 'from this day on (today unless given)')
    .option('--to <date>', 'up to this day')
    .option('--counselor <name>', 'only those of this counselor')
    .option('--episode <episode>', 'only those of this patient')
    .option('--site <name>', 'only those at this site')
    .action(listAppointments);
  addReadOptions(list);
  addExample(list, 'stepwell appointment list --counselor kim --from 2026-03-02 --to 2026-03-06');
  for (const verb of VERBS) addCalendarVerb(parent, verb);
}

async function listAppointments(options: ListOptions): Promise<void> {
  const { daysFrom } = await import('./days-from.ts');
  const days = await daysFrom(options, 7);
  const given = FILTERS.flatMap((name) => (options[name] === undefined ? [] : [[name, options[name]]]));
  const found = await withEngine(options, 'read', (engine) =>
    engine.appointments.list({ ...Object.fromEntries(given), ...days }),
  );
  if (options.json) return printJson(found);
  if (found.length === 0) return print('There is no appointment.');
  const { renderTable } = await import('./render-table.ts');
  const headings = ['Name', 'Day', 'Time', 'Min', 'Kind', 'Episode', 'Counselor', 'Place', 'Standing'];
  print(
    renderTable(
      headings,
      found.map((one) => [
        ...[one.appointment, one.date, one.start, one.minutes, one.kind, one.episode, one.counselor],
        ...[one.place ?? one.site, one.late ? `${one.status} late` : one.status],
      ]),
    ),
  );
}
