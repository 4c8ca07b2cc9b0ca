import type { Command as CliCommand } from 'commander';
import type { AttendanceStatus } from '../../program/episode-event.ts';
import { sessionList, wholeNumber } from './option-values.ts';
import { addWriteCommand } from './write-command.ts';

const STATUSES: Record<AttendanceStatus, true> = {
  attended: true,
  late: true,
  'left-early': true,
  excused: true,
  absent: true,
};

/** Adds attend, homework and credit. */
export function addAttendanceCommands(program: CliCommand): void {
  addWriteCommand(program, {
    name: 'attend',
    type: 'RecordAttendance',
    summary: 'Record who came to a meeting, or did not',
    arguments: [['status', 'how', { choices: Object.keys(STATUSES), initial: 'attended' }]],
    options: (command) =>
      command
        .option('--track <track>', 'the track that met (required)')
        .option('--session <n>', 'its session (the calendar’s unless given)', wholeNumber)
        .option('--minutes <n>', 'how long the patient was there', wholeNumber)
        .option('--make-up', 'it makes up for a missed session'),
    same: ['track', 'session', 'minutes', 'makeUp'],
    examples: [
      'stepwell attend e-1 attended --track relapse-prevention --on 2026-03-02',
      'stepwell attend e-1 left-early --track relapse-prevention --minutes 40',
      'stepwell attend e-1 attended --track relapse-prevention --session 7 --make-up',
    ],
  });
  addWriteCommand(program, {
    name: 'homework',
    type: 'RecordHomework',
    summary: 'Record homework that was done',
    options: (command) =>
      command
        .option('--track <track>', 'the track that gave it')
        .option('--session <n>', 'the session that gave it', wholeNumber),
    same: ['track', 'session'],
    examples: ['stepwell homework e-1 --track relapse-prevention --session 7'],
  });
  addWriteCommand(program, {
    name: 'credit',
    type: 'GrantCredit',
    summary: 'Grant credit for sessions done elsewhere',
    options: (command) =>
      command
        .option('--track <track>', 'the track (required)')
        .option('--sessions <numbers>', 'sessions, as 1,2,5 or 1-4 (required)', sessionList)
        .option('--from <where>', 'where they were done (required)')
        .option('--expires-on <date>', 'the credit counts until this day'),
    same: ['track', 'sessions', 'from', 'expiresOn'],
    examples: [
      'stepwell credit e-1 --track early-recovery-skills --sessions 1-4 --from "residential program"',
    ],
  });
}
