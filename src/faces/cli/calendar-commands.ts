import type { Command as CliCommand } from 'commander';
import { InvalidArgumentError } from 'commander';
import { addWriteCommand } from './write-command.ts';

/** Adds reschedule and follow-cycle: what changes in the own calendar of one patient. */
export function addCalendarCommands(program: CliCommand): void {
  addWriteCommand(program, {
    name: 'reschedule',
    type: 'ChangeMeeting',
    summary: 'Call off a meeting of a patient’s own calendar, or hold it elsewhere',
    arguments: [
      ['track', 'the track'],
      ['date', 'the day on which the calendar has it'],
    ],
    options: (command) =>
      command
        .option('--start <time>', 'which of several meetings on that day, HH:MM')
        .option('--to <date time>', 'hold it then instead, as in "2026-03-03 18:00"', momentOf),
    same: ['start', 'to'],
    examples: [
      'stepwell reschedule e-1 individual-conjoint 2026-03-02 --to "2026-03-04 10:00" --reason work',
    ],
  });
  addWriteCommand(program, {
    name: 'follow-cycle',
    type: 'FollowCycle',
    summary: 'Let a patient’s calendar follow the topics of a rolling group',
    arguments: [
      ['track', 'the track'],
      ['cycleStart', 'a day on which the group began with its first topic'],
    ],
    examples: ['stepwell follow-cycle e-1 relapse-prevention 2026-01-05'],
  });
}

function momentOf(text: string): { date: string; start: string } {
  const [date, start, ...more] = text.split(/[ T]/);
  if (date && start && more.length === 0) return { date, start };
  throw new InvalidArgumentError('Write a day and a time, for example "2026-03-03 18:00".');
}
