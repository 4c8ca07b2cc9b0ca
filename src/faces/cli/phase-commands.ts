import type { Command as CliCommand } from 'commander';
import { addWriteCommand } from './write-command.ts';

/** Adds advance, return, override, sign-off and complete-task. */
export function addPhaseCommands(program: CliCommand): void {
  addWriteCommand(program, {
    name: 'advance',
    type: 'Advance',
    summary: 'Move the patient to the next phase',
    options: (command) => command.option('--to <phase>', 'the phase, where there is a choice'),
    same: ['to'],
    examples: ['stepwell advance e-1'],
  });
  addWriteCommand(program, {
    name: 'return',
    type: 'ReturnToPhase',
    summary: 'Take the patient back to an earlier phase',
    options: (command) => command.option('--to <phase>', 'the phase to go back to (required)'),
    same: ['to'],
    examples: ['stepwell return e-1 --to early-recovery --reason "lapse, unstable at home"'],
  });
  addWriteCommand(program, {
    name: 'override',
    type: 'Override',
    summary: 'Let the patient pass a gate that is not satisfied',
    options: (command) =>
      command
        .option('--stage <stage>', 'the stage to which a move is let through, in place of the next phase')
        .option('--expires-on <date>', 'the override counts until this day'),
    same: ['stage', 'expiresOn'],
    examples: ['stepwell override e-1 --role supervisor --reason "transport strike, sessions held by phone"'],
  });
  addWriteCommand(program, {
    name: 'sign-off',
    type: 'SignOff',
    summary: 'Sign something off',
    options: (command) => command.option('--subject <subject>', 'what, for example service-agreement'),
    same: ['subject'],
    examples: ['stepwell sign-off e-1 --subject service-agreement --role counselor'],
  });
  addWriteCommand(program, {
    name: 'complete-task',
    type: 'CompleteTask',
    summary: 'Say that a task is done',
    arguments: [['task', 'the task, as stepwell due and status name it']],
    examples: ['stepwell complete-task e-1 call-patient'],
  });
}
