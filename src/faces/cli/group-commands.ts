import type { Command as CliCommand } from 'commander';
import { addExample } from './add-example.ts';
import { addCalendarVerb, type CalendarVerb } from './calendar-verb.ts';
import { GROUP_FILE_HELP } from './group-file-help.ts';
import { addGroupQuestions } from './group-questions.ts';
import { wholeNumber } from './option-values.ts';

const GROUP = ['group', 'the name of the group'] as const;
const MEETING = ['meeting', 'the meeting, as the calendar has it: 2026-03-02T18:00'] as const;
const EPISODE = ['episode', 'the name of the episode'] as const;
const because = (command: CliCommand) => command.option('--reason <text>', 'why');
const days = (command: CliCommand) => because(command).option('--from <date>', 'from this day on');

const VERBS: readonly CalendarVerb[] = [
  {
    name: 'define',
    type: 'DefineGroup',
    summary: 'Begin a group: its times, topics, leader, size and credits, from a file',
    arguments: [GROUP, ['file', 'a file of YAML or JSON']],
    fields: async (given) => {
      const { readGroupFile } = await import('./read-group-file.ts');
      return { file: undefined, definition: await readGroupFile(String(given['file'])) };
    },
    examples: ['stepwell group define evening evening.yaml'],
    more: GROUP_FILE_HELP,
  },
  {
    name: 'end',
    type: 'EndGroup',
    summary: 'End a group from a day on',
    arguments: [GROUP, ['from', 'the first day on which it does not meet any more']],
    options: because,
    same: ['reason'],
    examples: ['stepwell group end evening 2026-06-01'],
  },
  {
    name: 'cancel',
    type: 'CancelMeeting',
    summary: 'Cancel a meeting; the others keep their topics',
    arguments: [GROUP, MEETING],
    options: because,
    same: ['reason'],
    examples: ['stepwell group cancel evening 2026-03-02T18:00 --reason snow'],
  },
  {
    name: 'restore',
    type: 'RestoreMeeting',
    summary: 'Have a meeting after all, as the calendar has it',
    arguments: [GROUP, MEETING],
    examples: ['stepwell group restore evening 2026-03-02T18:00'],
  },
  {
    name: 'move',
    type: 'MoveMeeting',
    summary: 'Move a meeting to another day, time or room; it keeps its topic',
    arguments: [GROUP, MEETING],
    options: (command) =>
      because(command)
        .option('--date <date>', 'to this day')
        .option('--start <time>', 'to this time, HH:MM')
        .option('--minutes <n>', 'how long it is', wholeNumber)
        .option('--place <room>', 'to this room'),
    same: ['date', 'start', 'minutes', 'place', 'reason'],
    examples: ['stepwell group move evening 2026-03-02T18:00 --date 2026-03-03 --reason "leader is ill"'],
  },
  {
    name: 'topic',
    type: 'SetTopic',
    summary: 'Choose the topic of a meeting',
    arguments: [GROUP, MEETING],
    options: (command) => command.option('--topic <n>', 'the number of the topic', wholeNumber),
    same: ['topic'],
    examples: ['stepwell group topic evening 2026-03-02T18:00 --topic 7'],
  },
  {
    name: 'join',
    type: 'JoinGroup',
    summary: 'Let a patient join a group',
    arguments: [GROUP, EPISODE],
    options: (command) => days(command).option('--wait', 'wait for a place where the group is full'),
    same: ['from', 'reason', 'wait'],
    examples: ['stepwell group join evening e-1 --from 2026-03-02'],
  },
  {
    name: 'leave',
    type: 'LeaveGroup',
    summary: 'Let a patient leave a group, or end the wait for it',
    arguments: [GROUP, EPISODE],
    options: days,
    same: ['from', 'reason'],
    examples: ['stepwell group leave evening e-1 --from 2026-06-01'],
  },
  {
    name: 'book',
    type: 'BookMakeUp',
    summary: 'Book a meeting at which a patient makes up a session that is owed',
    arguments: [GROUP, MEETING, EPISODE],
    examples: ['stepwell group book morning 2026-03-05T10:00 e-1'],
  },
  {
    name: 'unbook',
    type: 'CancelBooking',
    summary: 'Take the booking of a make-up back',
    arguments: [GROUP, MEETING, EPISODE],
    examples: ['stepwell group unbook morning 2026-03-05T10:00 e-1'],
  },
  {
    name: 'close',
    type: 'CloseSite',
    summary: 'Close a site for some days: nothing meets there',
    arguments: [
      ['site', 'the name of the site'],
      ['from', 'the first day'],
      ['to', 'the last day'],
    ],
    options: because,
    same: ['reason'],
    examples: ['stepwell group close north 2026-12-24 2026-12-26 --reason holidays'],
  },
  {
    name: 'reopen',
    type: 'ReopenSite',
    summary: 'Take the closing of a site back',
    arguments: [
      ['site', 'the name of the site'],
      ['from', 'the first day'],
      ['to', 'the last day'],
    ],
    examples: ['stepwell group reopen north 2026-12-24 2026-12-26'],
  },
];

/** Adds group with its verbs. */
export function addGroupCommands(program: CliCommand): void {
  const parent = program
    .command('group')
    .summary('Groups: their calendar, their patients, make-ups and coverage')
    .description('List groups, show their calendar of topics, and keep them.');
  addExample(parent, 'stepwell group', 'stepwell group show evening --days 28');
  addGroupQuestions(parent);
  for (const verb of VERBS) addCalendarVerb(parent, verb);
}
