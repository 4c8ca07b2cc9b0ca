import type { Command as CliCommand } from 'commander';
import type { DischargeReason } from '../../curriculum/discharge-reason.ts';
import { addExample } from './add-example.ts';
import { addWriteCommand } from './write-command.ts';

const REASONS: Record<DischargeReason, true> = {
  completed: true,
  'dropped-out': true,
  terminated: true,
  transferred: true,
  incarcerated: true,
  death: true,
  other: true,
};

/** Adds leave start, leave end and discharge. */
export function addEndingCommands(program: CliCommand): void {
  const leave = program.command('leave').summary('Begin or end a leave').description('Begin or end a leave.');
  addExample(
    leave,
    'stepwell leave start e-1 --expected-return 2026-03-16 --planned',
    'stepwell leave end e-1',
  );
  addWriteCommand(leave, {
    name: 'start',
    type: 'StartLeave',
    summary: 'Begin a leave',
    options: (command) =>
      command
        .option('--expected-return <date>', 'when the patient is expected back')
        .option('--planned', 'it was agreed on beforehand')
        .option('--no-planned', 'it was not'),
    same: ['expectedReturn', 'planned'],
    examples: ['stepwell leave start e-1 --expected-return 2026-03-16 --planned --reason surgery'],
  });
  addWriteCommand(leave, {
    name: 'end',
    type: 'EndLeave',
    summary: 'The patient is back from leave',
    examples: ['stepwell leave end e-1 --on 2026-03-16'],
  });
  addWriteCommand(program, {
    name: 'discharge',
    type: 'Discharge',
    summary: 'Discharge the patient',
    arguments: [['discharge', 'why the episode ends', { choices: Object.keys(REASONS) }]],
    examples: ['stepwell discharge e-1 transferred --reason "moved to another county"'],
  });
}
